import express = require('express');
import audit = require('./audit.js');

const app: express.Express = express();

app.post('/orders', (req, res) => {
  audit.record('ordered');
  res.sendStatus(202);
});

export = app;
