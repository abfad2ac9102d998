import express from 'express'
import { record } from '../services/audit.js'
import { sendReceipt } from '../services/mail.js'

const app = express()

app.post('/orders', (req, res) => {
  const readers = ['ann@example.org']
  ;[...readers, 'shop@example.org'].forEach(async (to) => { await sendReceipt(to) })
  ;(async () => {
    await record('ordered')
  })()
  ;`${req.ip} ${req.path}`.split(' ').map(record)
  const sent = sendReceipt('ann@example.org')
  void record('a')
  void (record)('b')
  res.sendStatus(202)
})

export default app
