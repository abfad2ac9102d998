import { fireTask } from '../lib/fire-task.js';

/**
 * Orders tea.
 */
export function order(req: import('express').Request, res: import('express').Response): void {
  fireTask(Promise.resolve().then(() => console.log(req.ip)), 'order');
  res.sendStatus(202);
}
