import { createServer } from 'node:http';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

const server = createServer(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url, 'http://localhost');
  const [, name, id] = pathname.split('/');
  if (name === 'tasks') launch(id, searchParams.get('ms'));
  if (name === 'late') await launchLate(id);
  if (name === 'failing') launchFailing();
  res.writeHead(name === 'health' ? 200 : 202).end();
});

server.listen(0, '127.0.0.1', () => listening(server.address().port));

if (helper !== undefined) helper.drainOnShutdown(server);
else process.once('SIGTERM', () => server.close(() => process.exit(0)));
