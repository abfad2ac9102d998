'use strict';

const path = require('path'),
  express = require('express');
const { record } = require('./audit');
require('dotenv').config();
const log = require('debug')('tea:orders');

const router = express.Router();

router.post('/orders', function (req, res) {
  record(path.basename(req.path)).catch(log);
  res.sendStatus(202);
});

module.exports = router;
