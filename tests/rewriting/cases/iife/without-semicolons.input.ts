import express from 'express'
import { record } from '../services/audit.js'

export const app = express()

app.post('/orders', (req, res) => {
  const status = 202
  ;(async () => { await record('ordered') })()
  res.sendStatus(status)
})
