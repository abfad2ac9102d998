#!/usr/bin/env node
/*!
 * tea shop
 * Copyright(c) 2014 The Tea Shop
 * MIT Licensed
 */

'use strict'

/**
 * Module dependencies.
 * @private
 */

var http = require('http')
var record = require('./audit').record
var { fireTask } = require('./lib/fire-task')

var server = http.createServer(onRequest)

server.listen(8080)

function onRequest (req, res) {
  var fs = require('fs')
  fireTask(fs.promises.appendFile('access.log', req.url + '\n'), 'fs.appendFile')
  fireTask(record(req.url), 'record')
  res.end()
}
