import type { Request, Response } from 'express';
import { Router } from 'express';
import { indexOrder, sendReceipt } from '../services/orders.js';

export const orders = Router();

// The customer gets the receipt by mail; the answer does not wait for it.
orders.post('/', async (req: Request, res: Response) => {
  const order = { id: crypto.randomUUID(), email: String(req.body.email) };
  void sendReceipt(order);
  res.status(201).json(order);
});

orders.put('/:orderId', (req: Request<{ orderId: string }>, res: Response) => {
  const { orderId } = req.params;
  indexOrder(orderId).catch((error: unknown) => {
    console.error('index', error);
  });
  res.sendStatus(202);
});
