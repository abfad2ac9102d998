const express = require('express')
const { record } = require('./audit')

;['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => process.exit(0)))

const app = express()
const routes = require('./routes')

app.post('/orders', (req, res) => {
  record('ordered')
  res.sendStatus(202)
})

module.exports = { app, routes }
