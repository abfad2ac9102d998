import express from 'express';
import { placeOrder } from './orders.js';

const app = express();

app.post('/orders', async (req, res) => {
  const order = await placeOrder(req.body);
  res.status(201).json(order);
});
