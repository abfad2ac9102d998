import express from 'express'
import { record } from '../services/audit.js'
import { fireTask } from '../lib/fire-task.js'

const app = express()

app.post('/orders', (req, res) => {
  const first = record('first'), path = req.path
  fireTask(first, 'record')
  ;[path].forEach((part) => console.log(part))

  let second = record('second') // and its audit
  fireTask(second, 'record')
  if (req.ip) second.catch(console.error)
  else second = undefined
  ;(res.sendStatus)(202)
})

export default app
