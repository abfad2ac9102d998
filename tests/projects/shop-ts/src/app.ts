import express from 'express';
import { orders } from './routes/orders.js';
import { cancelOrder } from './orders/index.js';

export const app = express();
app.use('/orders', orders);
app.delete('/orders/:id', cancelOrder);
