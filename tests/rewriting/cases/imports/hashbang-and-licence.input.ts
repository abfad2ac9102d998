#!/usr/bin/env node
/* Copyright the tea shop. MIT licence. */

/** @type {import('express').RequestHandler} */
export const order = (req: import('express').Request, res: import('express').Response): void => {
  Promise.resolve().then(() => console.log(req.ip));
  res.sendStatus(202);
};
