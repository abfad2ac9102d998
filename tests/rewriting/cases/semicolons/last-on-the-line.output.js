import express from 'express'
import { record } from '../services/audit.js'
import { fireTask } from '../lib/fire-task.js'

const app = express()

app.get('/a', (req, res) => { if (req.ip) fireTask(record('a'), 'record'); else fireTask(record('b'), 'record') ; res.end() })
app.get('/b', (req, res) => { do fireTask(record('c'), 'record'); while (!res.headersSent && res.end()) })
app.get('/c', (req, res) => { const sent = record('d'); fireTask(sent, 'record'); res.end(); sent.then(() => {}); sent.finally(() => {}) })
app.get('/d', (req, res) => { res.end()
  fireTask(record('e'), 'record') })

export default app
