import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x) => { await fetch(x); };\n';

describe('methods with a decorator of the user', () => {
  reaches('that hands them to what calls them', {
    'src/registry.ts': `export class Registry { calls = new Map(); add(name, fn) { this.calls.set(name, fn); } }
export const registry = new Registry();
`,
    'src/decorators.ts': `import { registry } from './registry.js';
export const packet = (name: string) => (target: unknown, prop: string, descriptor: TypedPropertyDescriptor<any>): void => {
  registry.add(name, descriptor.value! as unknown as () => void);
};
export function command(name: string, needs = {}) {
  return function (target: any, key: string, descriptor: any) {
    registry.add(name, async (context: any) => { await descriptor.value(context); });
  };
}
export const keyed = (name: string) => (target: any, key: string) => { registry.add(name, target[key].bind(target)); };
`,
    'src/handlers.ts': `import { command, keyed, packet } from './decorators.js';
${TOUCH}export default class Handlers {
  @packet('a') static async onPacket(x) { touch(x); } //! packet Handlers.onPacket
  @command('b', {
    roles: ['x'],
  })
  async onCommand(x) { touch(x); } //! command Handlers.onCommand
  @keyed('c') onKey(x) { touch(x); } //! keyed Handlers.onKey
  other(x) { touch(x); }
}
`,
    'src/compiled.js': `import { packet } from './decorators.js';
${TOUCH}export class Compiled {
  onPacket(x) { touch(x); } //! packet Compiled.onPacket
  other(x) { touch(x); }
}
__decorate([packet('a')], Compiled.prototype, 'onPacket', null);
`,
  });
  reaches('that replaces or describes them', {
    'src/decorators.ts': `const logs = { add(name, fn) {} };
export const logged = (name: string) => (target: any, key: string, descriptor: any) => {
  const original = descriptor.value;
  descriptor.value = function (...args) { logs.add(name, original); return original.apply(this, args); };
};
export const wrapped = (name: string) => (target: any, key: string, descriptor: any) =>
  ({ ...descriptor, value: timed(descriptor.value) });
export const described = (name: string) => (target: any, key: string, descriptor: any) => {
  Reflect.defineMetadata('name', name, descriptor.value);
};
export const bound = () => (target: any, key: string, descriptor: any) => {
  Object.defineProperty(target, key, { value: timed(descriptor.value) });
};
export const named = (name: string) => (target: any, key: string, descriptor: any) => { logs.add(name, key); };
`,
    'src/handlers.ts': `import { bound, described, logged, named, wrapped } from './decorators.js';
${TOUCH}export class Handlers {
  @logged('a') async a(x) { touch(x); }
  @wrapped('b') async b(x) { touch(x); }
  @described('c') async c(x) { touch(x); }
  @bound() async d(x) { touch(x); }
  @named('e') async e(x) { touch(x); }
}
`,
  });
});
