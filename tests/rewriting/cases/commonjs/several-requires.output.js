'use strict';

const path = require('path'),
  express = require('express');
const { record } = require('./audit');
require('dotenv').config();
const log = require('debug')('tea:orders');
const { fireTask } = require('./lib/fire-task');

const router = express.Router();

router.post('/orders', function (req, res) {
  fireTask(record(path.basename(req.path)).catch(log), 'record');
  res.sendStatus(202);
});

module.exports = router;
