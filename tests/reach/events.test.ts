import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
import { bus } from './bus';
const app = express();
`;
const BUS = `import { EventEmitter } from 'node:events';
export const bus = new EventEmitter();
`;
const RUN = `const run = async (id: number) => { await fetch(String(id)); };
`;

/** A server that emits in a handler, and a file that listens. */
function server(names: string, imported: string, emitted: string, listening: string): Record<string, string> {
  return {
    'bus.ts': BUS,
    'names.ts': names,
    'app.ts': `${PRELUDE}import ${imported} from './names';
app.post('/a', (req, res) => { ${emitted} res.end(); });
`,
    'listen.ts': `import { bus } from './bus';
import ${imported} from './names';
${RUN}${listening}
`,
  };
}

describe('names of events', () => {
  const CONSTANTS = "export const EVENTS = { ORDER: { PAID: 'order.paid', LOST: 'order.lost' } } as const;\n";
  reaches(
    'from an object of constants',
    server(
      CONSTANTS,
      '{ EVENTS }',
      'bus.emit(EVENTS.ORDER.PAID, 1);',
      'bus.on(EVENTS.ORDER.PAID, (id) => { run(id); }); //!',
    ),
  );
  reaches(
    'not another constant of it',
    server(
      CONSTANTS,
      '{ EVENTS }',
      'bus.emit(EVENTS.ORDER.PAID, 1);',
      'bus.on(EVENTS.ORDER.LOST, (id) => { run(id); });',
    ),
  );
  reaches(
    'a constant where it is emitted, a text where it is heard',
    server(
      CONSTANTS,
      '{ EVENTS }',
      'bus.emit(EVENTS.ORDER.PAID, 1);',
      "void EVENTS; bus.on('order.paid', (id) => { run(id); }); //!",
    ),
  );
  reaches(
    'a text where it is emitted, a constant where it is heard',
    server(
      CONSTANTS,
      '{ EVENTS }',
      "bus.emit('order.paid', 1);",
      'bus.on(EVENTS.ORDER.PAID, (id) => { run(id); }); //!',
    ),
  );
  reaches(
    'of an enumeration',
    server(
      "export enum Events { Paid = 'paid', Lost = 'lost' }\n",
      '{ Events }',
      'bus.emit(Events.Paid, 1);',
      'bus.on(Events.Paid, (id) => { run(id); }); //!\nbus.on(Events.Lost, (id) => { run(id); });',
    ),
  );
  const PREFIX = "export const PREFIX = 'order';\n";
  reaches(
    'with a constant prefix',
    server(
      PREFIX,
      '{ PREFIX }',
      'bus.emit(`${PREFIX}.created`, 1);',
      'bus.on(`${PREFIX}.created`, (id) => { run(id); }); //!\nbus.on(`${PREFIX}.removed`, (id) => { run(id); });',
    ),
  );
  reaches(
    'a prefix and the whole text',
    server(
      PREFIX,
      '{ PREFIX }',
      "bus.emit(PREFIX + '.created', 1);",
      "void PREFIX; bus.on('order.created', (id) => { run(id); }); //!",
    ),
  );
  reaches(
    'of which a part is unknown',
    server(
      PREFIX,
      '{ PREFIX }',
      'bus.emit(`${PREFIX}.${req.body.what}`, 1);',
      "void PREFIX; bus.on('order.created', (id) => { run(id); }); //!\nbus.on('user.created', (id) => { run(id); });",
    ),
  );
  reaches(
    'not a name of which hardly anything is known',
    server(
      PREFIX,
      '{ PREFIX }',
      'bus.emit(`${req.body.kind}:${req.body.what}`, 1);',
      "void PREFIX; bus.on('order:created', (id) => { run(id); });",
    ),
  );
  reaches(
    'not one of many names that a known part fits',
    server(
      PREFIX,
      '{ PREFIX }',
      'bus.emit(`order.${req.body.what}`, 1);',
      [
        'void PREFIX;',
        ...'a b c d e f g h i'.split(' ').map((name) => `bus.on('order.${name}', (id) => { run(id); });`),
      ].join('\n'),
    ),
  );
});

describe('functions that pass the name of an event on', () => {
  const actions = (heard: string, emits = "emitAction('paid', 1)"): Record<string, string> => ({
    'actions.ts': `import { EventEmitter } from 'node:events';
export class Actions {
  private emitter = new EventEmitter();
  onAction(name: string, fn: (id: number) => void) { this.emitter.on(name, fn); }
  onceAction(name: string, fn: (id: number) => void) { this.emitter.once(name, (id) => { fn(id); }); }
  onLog(name: string, fn: (id: number) => void) { this.logs.on(name, fn); }
  emitAction(name: string, ...args: unknown[]) { this.emitter.emit(name, ...args); }
  private logs = new EventEmitter();
  emitAll(names: string | string[]) {
    const all = Array.isArray(names) ? names : [names];
    for (const name of all) this.emitter.emit(name, 1);
    [names].forEach((name) => { this.logs.emit(name as string, 1); });
  }
  emitOther(names: string[]) {
    for (const name of this.names) this.emitter.emit(name, names.length);
  }
  private names = ['paid'];
}
export const actions = new Actions();
`,
    'listen.ts': `import { actions } from './actions';
${RUN}${heard}
`,
    'app.ts': `import express from 'express';
import { actions } from './actions';
const app = express();
app.post('/a', (req, res) => { actions.${emits}; res.end(); });
`,
  });
  reaches('what was given to run on it', actions("actions.onAction('paid', (id) => { run(id); }); //!"));
  reaches('what is called by the listener', actions("actions.onceAction('paid', (id) => { run(id); }); //!"));
  reaches('not on another event', actions("actions.onAction('lost', (id) => { run(id); });"));
  reaches(
    'what is emitted in a loop over the names that were given',
    actions("actions.onAction('paid', (id) => { run(id); }); //!", "emitAll('paid')"),
  );
  reaches(
    'not what is emitted in a loop over other names',
    actions("actions.onAction('lost', (id) => { run(id); });", "emitOther(['lost'])"),
  );
  reaches('not on another emitter', actions("actions.onLog('paid', (id) => { run(id); });"));
});

describe('an event that a class emits by a function of its own, which is called like that of a bus', () => {
  const rooms = (heard: string): Record<string, string> => ({
    'rooms.ts': `import { EventEmitter } from 'node:events';
class Rooms {
  private bus = new EventEmitter();
  on(event: string, fn: (id: number) => void) { this.bus.on(event, fn); }
  emit(event: string, ...args: unknown[]) { this.bus.emit(event, ...args); }
  enter(id: number) { this.emit('message', id); }
}
class Doors {
  private bus = new EventEmitter();
  on(event: string, fn: (id: number) => void) { this.bus.on(event, fn); }
  emit(event: string, ...args: unknown[]) { this.bus.emit(event, ...args); }
}
export const rooms = new Rooms();
export const doors = new Doors();`,
    'app.ts': `import express from 'express';
import { rooms } from './rooms';
const app = express();
app.post('/a', (req, res) => { rooms.enter(1); res.end(); });`,
    'listen.ts': `import { rooms, doors } from './rooms';
${RUN}${heard}`,
  });
  reaches(
    'runs its listeners, however common its name',
    rooms("rooms.on('message', (id) => { run(id); }); //! POST /a"),
  );
  reaches('but those of no other class', {
    ...rooms("rooms.on('message', () => {}); doors.on('message', (id) => { run(id); });"),
    'other.ts': `import express from 'express';
const touch = async () => { await fetch('x'); };
express().post('/b', (req, res) => { touch(); res.end(); }); //! POST /b`,
  });
});
