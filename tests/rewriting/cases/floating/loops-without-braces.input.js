import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { reserve } from '../services/orders.js';

const app = express();

app.post('/basket', express.json(), (req, res) => {
  const { items, readers } = req.body;

  for (let i = 0; i < items.length; i++)
    reserve(items[i]);

  for (const id in readers) sendReceipt(readers[id]), console.log(id);

  shelves:
  for (const shelf of items) {
    for (const item of shelf) {
      if (!item) continue shelves;
      reserve(item);
    }
  }

  for (let left = 3; left > 0; left--, reserve('spare'));

  while (items.pop()) reserve('left over');
  res.end();
});

export default app;
