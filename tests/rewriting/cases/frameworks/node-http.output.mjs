import { createServer } from 'node:http'
import { readFile, writeFile } from 'node:fs/promises'
import { fireTask } from '../lib/fire-task.js'

const hits = new Map()

export const server = createServer((req, res) => {
  hits.set(req.url, (hits.get(req.url) ?? 0) + 1)
  switch (req.method) {
    case 'PUT':
      fireTask(writeFile('hits.json', JSON.stringify([...hits])), 'writeFile')
      res.writeHead(202).end()
      return
    default:
      res.writeHead(405).end()
  }
  res.once('close', () => { fireTask(async () => { await readFile('hits.json') }, 'readFile') })
})
