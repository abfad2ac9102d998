'use strict'

const Router = require('@koa/router')
const thumbnails = require('./thumbnails')

const router = new Router()

router.post('/images/:imageId', async (ctx) => {
  const sizes = [64, 256]
  sizes.forEach(async (size) => {
    await thumbnails.render(ctx.params.imageId, size)
  })
  ctx.status = 202
})

module.exports = router
