const express = require('express');
const controller = require('./lib/controller');

const app = express();
app.post('/orders', controller.create);
app.get('/orders/:id', controller.show);

module.exports = app;
