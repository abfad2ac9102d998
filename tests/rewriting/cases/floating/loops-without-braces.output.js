import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();

app.post('/basket', express.json(), (req, res) => {
  const { items, readers } = req.body;

  for (let i = 0; i < items.length; i++)
    fireTask(reserve(items[i]), 'reserve');

  for (const id in readers) fireTask(sendReceipt(readers[id]), 'sendReceipt'), console.log(id);

  shelves:
  for (const shelf of items) {
    for (const item of shelf) {
      if (!item) continue shelves;
      fireTask(reserve(item), 'reserve');
    }
  }

  for (let left = 3; left > 0; left--, fireTask(reserve('spare'), 'reserve'));

  while (items.pop()) fireTask(reserve('left over'), 'reserve');
  res.end();
});

export default app;
