import { EventEmitter } from 'node:events';
import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();
const orders = new EventEmitter<{ order: [id: string, total: number] }>();

app.get('/events', (req, res) => {
  const gone = new AbortController();
  gone.signal.addEventListener('abort', () => { fireTask(async () => {
    await record('gone');
  }, 'record'); }, { once: true });

  req
    .on('close', () => { fireTask(async () => {
      gone.abort();
      await record('closed');
    }, 'record'); })
    .once('error', (error) => fireTask(record(error.message).catch(logError), 'record'));

  orders.prependListener('order', function (this: EventEmitter, id: string, total: number) { fireTask(async () => {
    await record(`${id} ${total} ${this.listenerCount('order')}`);
  }, 'record'); });
  res.writeHead(200, { 'Content-Type': 'text/event-stream' });
});
