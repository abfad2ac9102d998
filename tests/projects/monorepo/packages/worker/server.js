'use strict'

const Koa = require('koa')
const router = require('./lib/router')

const app = new Koa()
app.use(router.routes())

const server = app.listen(4000)

process.once('SIGTERM', () => {
  server.close(() => {
    process.exit(0)
  })
})
