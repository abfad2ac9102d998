import express from 'express'
import { record } from '../services/audit.js'
import { sendReceipt } from '../services/mail.js'
import { fireTask } from '../lib/fire-task.js'

const app = express()

app.post('/orders', (req, res) => {
  const readers = ['ann@example.org']
  ;[...readers, 'shop@example.org'].forEach((to) => { fireTask(async () => { await sendReceipt(to) }, 'sendReceipt') })
  ;fireTask(async () => {
    await record('ordered')
  }, 'record')
  ;fireTask(Promise.all(`${req.ip} ${req.path}`.split(' ').map(record)), 'record')
  fireTask(sendReceipt('ann@example.org'), 'sendReceipt')
  fireTask(record('a'), 'record')
  fireTask((record)('b'), 'record')
  res.sendStatus(202)
})

export default app
