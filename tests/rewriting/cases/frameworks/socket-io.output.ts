import { Server, type Socket } from 'socket.io';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const io = new Server();

io.on('connection', (socket: Socket) => {
  fireTask(record(socket.id), `record:${socket.id}`);
  socket.on('order', async (id: string, done: (total: number) => void) => {
    const { total } = await placeOrder(id);
    fireTask(record(id), `record:${id}`);
    done(total);
  });
  socket.on('disconnect', (reason: string) => {
    fireTask(record(reason), 'record');
  });
});
