import express from 'express'
import { record } from '../services/audit.js'
import { sendReceipt } from '../services/mail.js'
import { fireTask } from '../lib/fire-task.js'

const app = express()

app.post('/orders', (req, res) => {
  const readers = ['ann@example.org']
  ;[...readers, 'shop@example.org'].forEach((to) => { fireTask(async () => { await sendReceipt(to) }, 'POST /orders') })
  ;fireTask(async () => {
    await record('ordered')
  }, 'POST /orders')
  ;fireTask(Promise.all(`${req.ip} ${req.path}`.split(' ').map(record)), 'POST /orders')
  fireTask(sendReceipt('ann@example.org'), 'sendReceipt')
  fireTask(record('a'), 'record')
  fireTask((record)('b'), 'record')
  res.sendStatus(202)
})

export default app
