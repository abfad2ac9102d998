/**
 * Orders tea.
 */
export function order(req: import('express').Request, res: import('express').Response): void {
  Promise.resolve().then(() => console.log(req.ip));
  res.sendStatus(202);
}
