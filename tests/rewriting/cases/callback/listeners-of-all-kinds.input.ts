import { EventEmitter } from 'node:events';
import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();
const orders = new EventEmitter<{ order: [id: string, total: number] }>();

app.get('/events', (req, res) => {
  const gone = new AbortController();
  gone.signal.addEventListener('abort', async () => {
    await record('gone');
  }, { once: true });

  req
    .on('close', async () => {
      gone.abort();
      await record('closed');
    })
    .once('error', (error) => record(error.message).catch(logError));

  orders.prependListener('order', async function (this: EventEmitter, id: string, total: number) {
    await record(`${id} ${total} ${this.listenerCount('order')}`);
  });
  res.writeHead(200, { 'Content-Type': 'text/event-stream' });
});
