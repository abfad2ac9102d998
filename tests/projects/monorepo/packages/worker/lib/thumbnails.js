'use strict'

exports.render = async function render (id, size) {
  await fetch(`https://images.example.com/${id}?size=${size}`)
}
