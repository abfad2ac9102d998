#!/usr/bin/env node
/* Copyright the tea shop. MIT licence. */

import { fireTask } from '../lib/fire-task.js';

/** @type {import('express').RequestHandler} */
export const order = (req: import('express').Request, res: import('express').Response): void => {
  fireTask(Promise.resolve().then(() => console.log(req.ip)), 'order');
  res.sendStatus(202);
};
