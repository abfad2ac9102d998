/** A route that sends a mail and drops the promise; the mail is in a separate file. */
export const ROUTE = `import express from 'express';
import { send } from './mail.js';
export const app = express();
app.post('/orders', (req, res) => {
  send(req.body);
  res.end();
});
`;
export const CLEAN_ROUTE = ROUTE.replace('(req, res) =>', 'async (req, res) =>').replace('  send', '  await send');
export const ASYNC_MAIL = 'export async function send(order) { await fetch(order.url); }\n';
export const SYNC_MAIL = 'export function send(order) { console.log(order); }\n';

/** A package with one untracked promise in `src/orders.js`, and an ESLint configuration. */
export function writeOrders({ write }: { write: (path: string, text: string) => void }): void {
  write(
    'package.json',
    '{ "name": "orders", "version": "1.0.0", "private": true, "type": "module", "dependencies": { "express": "5" } }\n',
  );
  write('.gitignore', 'node_modules/\n');
  write(
    'eslint.config.js',
    "import fireTask from 'eslint-plugin-fire-task';\n\nexport default [fireTask.configs.recommended];\n",
  );
  write('src/orders.js', ROUTE);
  write('src/mail.js', ASYNC_MAIL);
}
