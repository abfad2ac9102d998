/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { FC, PropsWithChildren } from 'hono/jsx';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

const Page: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <html>
    <head><title>{title}</title></head>
    <body>{children}</body>
  </html>
);

const app = new Hono();

app.get('/tea/:kind', (c) => {
  const kind = c.req.param('kind');
  fireTask(record(`seen ${kind}`), 'record');
  return c.html(
    <Page title="Tea">
      <p>It&apos;s {kind}. {/* record(kind) is done above */}</p>
    </Page>,
  );
});

export default app;
