import { app } from './app.js';

const server = app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening on ${typeof address === 'object' && address !== null ? address.port : ''}`);
});

process.once('SIGTERM', () => {
  server.close(() => {
    process.exit(0);
  });
  server.closeIdleConnections();
});
