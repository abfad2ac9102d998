import express from 'express';

const app = express();
app.disable('x-powered-by');

// what is written down
import { record } from '../services/audit.js'; // who did what
import { fireTask } from '../lib/fire-task.js';
export { sendReceipt } from '../services/mail.js';

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.sendStatus(202);
});

export default app;
