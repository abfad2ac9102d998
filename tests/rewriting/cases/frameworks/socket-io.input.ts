import { Server, type Socket } from 'socket.io';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';

export const io = new Server();

io.on('connection', (socket: Socket) => {
  record(socket.id);
  socket.on('order', async (id: string, done: (total: number) => void) => {
    const { total } = await placeOrder(id);
    void record(id);
    done(total);
  });
  socket.on('disconnect', (reason: string) => {
    record(reason);
  });
});
