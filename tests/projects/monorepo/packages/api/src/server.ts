import express from 'express';
import { orders } from './routes/orders.js';

const port = Number(process.env.PORT ?? 3000);
const app = express();

app.use(express.json());
app.use('/orders', orders);

const server = app.listen(port, () => {
  console.log(`listening on ${port}`);
});

server.keepAliveTimeout = 65_000;
