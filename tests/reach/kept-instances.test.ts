import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';
describe('an object that is kept under a computed key', () => {
  const files = (made: string, two = ' //! POST /a'): Record<string, string> => ({
    'app.ts': `import express from 'express';
import { Chats } from './chats.ts';
import { Monitor } from './monitor.ts';
const app = express();
const chats = new Chats(new Monitor());
app.post('/a', async (req, res) => { await chats.renew(req.params); res.end(); });`,
    'chats.ts': `import type { Monitor } from './monitor.ts';
export class Chats {
  constructor(private readonly monitor: Monitor) {}
  public async renew({ name }: { name: string }) { return await this.monitor.held[name].renew(name); }
}`,
    'monitor.ts': `import { One, Two } from './one.ts';
export class Channels { init(kind: string) { if (kind === 'a') { return new One(); } if (kind === 'b') { return new Two(); } return null; } }
const channels = new Channels();
export class Monitor {
  public readonly held: Record<string, any> = {};
  add(name: string, kind: string) { const made = ${made}; if (!made) return; this.held[name] = made; }
}`,
    'one.ts': `const touch = async (x?: unknown) => { await fetch(String(x)); };
export class One { public async renew(x: string) { touch(x); } } //! POST /a
export class Two { public async renew(x: string) { touch(x); } }${two}
export class Three { public async renew(x: string) { touch(x); } }`,
  });
  reaches('is what was put there', files('new One()', ''));
  reaches('may be an instance of either class', files('kind ? new One() : new Two()'));
  reaches('may be any of what a function returns', files('channels.init(kind)'));
});
