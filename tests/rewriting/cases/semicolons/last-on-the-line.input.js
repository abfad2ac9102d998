import express from 'express'
import { record } from '../services/audit.js'

const app = express()

app.get('/a', (req, res) => { if (req.ip) record('a'); else record('b') ; res.end() })
app.get('/b', (req, res) => { do record('c'); while (!res.headersSent && res.end()) })
app.get('/c', (req, res) => { const sent = record('d'); res.end(); sent.then(() => {}); sent.finally(() => {}) })
app.get('/d', (req, res) => { res.end()
  record('e') })

export default app
