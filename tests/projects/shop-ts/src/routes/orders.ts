import { Router } from 'express';
import { placeOrder } from '../orders/index.js';
import { mailer } from '../mail/mailer.js';

export const orders = Router();

orders.post('/', async (req, res) => {
  const id = await placeOrder(req.body);
  mailer.sendReceipt(id);
  res.status(201).json({ id });
});
