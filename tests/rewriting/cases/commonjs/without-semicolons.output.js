const express = require('express')
const { record } = require('./audit')
const { fireTask } = require('./lib/fire-task')

;['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => process.exit(0)))

const app = express()
const routes = require('./routes')

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record')
  res.sendStatus(202)
})

module.exports = { app, routes }
