/** The files that all domains of a generated server use, as `[path, text]`. */
export const SHARED = [
  [
    'src/lib/database.ts',
    `export type Row = Record<string, unknown>;

export interface Database {
  query(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export class HttpDatabase implements Database {
  constructor(private readonly url: string) {}

  async query(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const response = await fetch(this.url, { method: 'POST', body: JSON.stringify({ sql, values }) });
    if (!response.ok) throw new Error(\`The database answered \${String(response.status)}.\`);
    return (await response.json()) as Row[];
  }
}
`,
  ],
  [
    'src/lib/logger.ts',
    `type Data = unknown;

function write(level: string, message: string, data: Data): void {
  process.stdout.write(\`\${JSON.stringify({ level, message, data })}\\n\`);
}

export const logger = {
  debug: (message: string, data?: Data): void => { write('debug', message, data); },
  info: (message: string, data?: Data): void => { write('info', message, data); },
  warn: (message: string, data?: Data): void => { write('warn', message, data); },
  error: (message: string, data?: Data): void => { write('error', message, data); },
};
`,
  ],
  [
    'src/lib/errors.ts',
    `export class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export class BadRequest extends HttpError {
  constructor(message: string) {
    super(400, message);
  }
}

export class Forbidden extends HttpError {
  constructor(message: string) {
    super(403, message);
  }
}
`,
  ],
  [
    'src/lib/values.ts',
    `export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}
`,
  ],
  [
    'src/lib/auth.ts',
    `import type { NextFunction, Request, Response } from 'express';
import { Forbidden } from './errors.js';

export interface User {
  id: string;
  orgId: string;
  email: string;
  roles: readonly string[];
}

const users = new WeakMap<Request, User>();

export function requireUser(req: Request, _res: Response, next: NextFunction): void {
  const id = req.header('x-user');
  if (id === undefined) {
    next(new Forbidden('Sign in first.'));
    return;
  }
  users.set(req, { id, orgId: req.header('x-org') ?? id, email: \`\${id}@example.com\`, roles: [] });
  next();
}

export function userOf(req: object): User {
  const user = users.get(req as Request);
  if (user === undefined) throw new Forbidden('Sign in first.');
  return user;
}
`,
  ],
  [
    'src/lib/http.ts',
    `export async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(\`\${url} answered \${String(response.status)}.\`);
}
`,
  ],
  [
    'src/lib/queue.ts',
    `import { post } from './http.js';

export async function enqueue(topic: string, payload: unknown): Promise<void> {
  await post(\`http://queue.local/\${topic}\`, payload);
}
`,
  ],
  [
    'src/lib/mailer.ts',
    `import { enqueue } from './queue.js';

export async function sendMail(to: string, template: string, data: unknown): Promise<void> {
  await enqueue('mail', { to, template, data });
}
`,
  ],
  [
    'src/lib/cache.ts',
    `import { post } from './http.js';

export async function remember(key: string, value: unknown): Promise<void> {
  await post('http://cache.local/set', { key, value });
}

export async function forget(key: string): Promise<void> {
  await post('http://cache.local/delete', { key });
}
`,
  ],
  [
    'src/lib/audit.ts',
    `import { enqueue } from './queue.js';

export async function record(userId: string, action: string, data: unknown): Promise<void> {
  await enqueue('audit', { userId, action, data, at: new Date().toISOString() });
}
`,
  ],
];

/** Files other than code. */
export const ASIDE = [
  [
    'package.json',
    `${JSON.stringify({ name: 'generated-server', version: '1.0.0', private: true, type: 'module', dependencies: { express: '^5.0.0' } }, null, 2)}\n`,
  ],
  [
    'tsconfig.json',
    `${JSON.stringify({ compilerOptions: { target: 'ES2023', module: 'nodenext', moduleResolution: 'nodenext', strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, noEmit: true, types: ['node'] }, include: ['src'] }, null, 2)}\n`,
  ],
];
