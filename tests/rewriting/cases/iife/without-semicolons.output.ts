import express from 'express'
import { record } from '../services/audit.js'
import { fireTask } from '../lib/fire-task.js'

export const app = express()

app.post('/orders', (req, res) => {
  const status = 202
  ;fireTask(async () => { await record('ordered') }, 'record')
  res.sendStatus(status)
})
