import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import { Hono } from 'hono';
import { createClient } from '@supabase/supabase-js';
async function load(id) { await id; }
const app = new Hono();
const supabase = createClient('', '');
`;

describe('work that writes the answer it belongs to', () => {
  silent(
    'ends the stream that the response holds, through a writer and a variable for the response',
    `${SETUP}
    app.get('/', (c) => {
      const stream = new TransformStream();
      const writer = stream.writable.getWriter();
      const response = new Response(stream.readable);
      load(1).then(async () => { await writer.write('x'); await writer.close(); }).catch(async () => { await writer.abort(); });
      return response;
    });`,
  );
  silent(
    'ends it in the continuation of a combinator',
    `${SETUP}
    app.get('/', (c) => {
      const zip = make();
      Promise.all([load(1), load(2)]).then(async () => { zip.end(); });
      return new Response(zip.outputStream);
    });`,
  );
  flags(
    'is lost when it ends some other stream',
    `${SETUP}
    app.get('/', (c) => {
      const zip = make();
      const other = make();
      Promise.all([load(1), load(2)]).then(async () => { other.end(); });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      return new Response(zip.outputStream);
    });`,
  );
});

describe('work that tells those who watch it', () => {
  const WATCHED = `
    import { initTRPC } from '@trpc/server';
    import { observable } from '@trpc/server/observable';
    async function load(id, tell) { await id; }
    const t = initTRPC.create();
    const router = t.router({ watch: t.procedure.subscription(async ({ input }) => {`;
  silent(
    'ends what they watch',
    `${WATCHED}
      return observable((emit) => {
        const run = async () => {
          try { await load(input); } finally { emit.complete(); }
        };
        run();
      });
    }) });`,
  );
  flags(
    'is lost when they cannot be told that it failed',
    `${WATCHED}
      return observable((emit) => {
        load(input, (line) => emit.next(line));
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
      });
    }) });`,
  );
});

describe('an async callback given to what drops its promise', () => {
  flags(
    'is a finding when it waits',
    `${SETUP}
    app.get('/', (c) => {
      emitter.on('x', async (id) => { await load(id); });
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
      return c.text('');
    });`,
  );
  flags(
    'is none when it waits for nothing: what it launches is',
    `${SETUP}
    app.get('/', (c) => {
      emitter.on('x', async (id) => { console.log(id); });
      emitter.on('y', async (id) => {
        load(id);
        ^^^^^^^^ floating
      });
      return c.text('');
    });`,
  );
});

describe('what an awaited query gave', () => {
  flags(
    'is a value like any other; the query itself is lazy',
    `${SETUP}
    app.get('/', async (c) => {
      const { data } = await supabase.from('files').select();
      if (data.type.startsWith('image/')) data.forEach(console.log);
      supabase.from('files').insert({});
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lazy
      return c.json(data);
    });`,
  );
});

describe('a stream that an event handler writes', () => {
  silent(
    'is the answer: written, closed, or by a function of the handler',
    `${SETUP}
    app.get('/', (c) => {
      const { readable, writable } = new TransformStream();
      const writer = writable.getWriter();
      socket.addEventListener('message', (event) => {
        async function onMessage(data) { try { await writer.write(data); } finally { await writer.close(); } }
        onMessage(event.data).catch(console.error);
      });
      socket.addEventListener('close', () => { writer.close().catch(() => {}); });
      return new Response(readable);
    });`,
  );
});

describe('a stream that is made to be read', () => {
  silent(
    'is waited for by its reader until its controller is closed',
    `${SETUP}
    app.get('/', (c) => new Response(new ReadableStream({
      start(controller) {
        load(1).then(() => { controller.enqueue('x'); controller.close(); }).catch((error) => controller.error(error));
      },
    })));`,
  );
});

describe('what is closed once its result is there', () => {
  flags(
    'is no stream of the answer',
    `${SETUP}
    app.get('/', async (c) => {
      const client = { async close() { await load(1); }, async open() { return load(2); } };
      const page = await client.open();
      client.close();
      ^^^^^^^^^^^^^^ floating
      return c.body(page);
    });`,
  );
});

describe('a stream that local functions end', () => {
  silent(
    'is waited for by its reader, whoever calls them',
    `${SETUP}
    app.get('/', (c) => new Response(new ReadableStream({
      start(controller) {
        let closed = false;
        const fail = (error) => { closed = true; controller.error(error); };
        const close = () => { if (!closed) controller.close(); };
        load(1).then(() => { close(); }).catch(fail);
        load(2).then(close, fail);
      },
    })));`,
  );
  flags(
    'is another one than they end',
    `${SETUP}
    app.get('/', (c) => {
      const zip = make();
      const other = make();
      const finish = () => { other.end(); };
      load(1).then(() => { finish(); });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
      return new Response(zip.outputStream);
    });`,
  );
  flags(
    'is none, where who ends something is handed out and not the stream',
    `${SETUP}
    export const jobs = (self) => ({
      mount(app) {
        app.get('/', async (c) => {
          (async () => { await load(1); await self.end(1); })();
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ iife
          if (c.x) return await self.end(2);
          return c.json(self.list());
        });
      },
    });
    jobs({}).mount(app);`,
  );
});

describe('what starts nothing', () => {
  silent(
    'a promise that is there already, as the tail of a queue',
    `${SETUP}
    app.get('/', async (c) => {
      let tail = Promise.resolve();
      const enqueue = (work) => { tail = tail.then(work); return tail; };
      await enqueue(() => load(1));
      return c.text('');
    });`,
  );
  flags(
    'overloads that do not agree on a promise; those that do',
    `${SETUP}
    class Spans {
      run<T>(work: () => Promise<T>): Promise<T>;
      run<T>(work: () => T): T;
      run(work) { return work(); }
      start(name: string): Promise<void>;
      start(name: string, at: number): Promise<void>;
      async start() {}
    }
    const spans = new Spans();
    app.get('/', (c) => {
      spans.run(() => 1);
      spans.start('x');
      ^^^^^^^^^^^^^^^^ floating
      return c.text('');
    });`,
  );
});
