import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { counts } from '../../src/syntax/counts.ts';
import { findUntracked } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { reaches } from '../support/inputs.ts';

const LOSES = 'async function save(x) { await x; }\nexport function keep(x) {\n  save(x);\n}\n';
const LOST = LOSES.replace('save(x);\n', 'save(x); //!\n');
const SERVES = `import express from 'express';
async function save(x) { await x; }
function keep(x) {
  save(x); //! GET /a (keep)
}
function other(x) {
  save(x);
}
express().get('/a', (req, res) => { keep(1); res.end(); });
`;
const ALL = { reach: 'all' } as const;
const DRAWS = '{ "name": "client", "type": "module", "dependencies": { "react-dom": "19" } }';

function builds(dependencies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: 'pages', type: 'module', dependencies, devDependencies: { vite: '7' } });
}

describe('code that only a browser runs, with reach all', () => {
  reaches(
    'is passed over in folders at the top of a package, of src and of app',
    {
      'public/x.js': LOSES,
      'src/public/x.js': LOSES,
      'app/composables/x.js': LOSES,
      'composables/in/x.js': LOSES,
      'scripts/x.js': LOSES,
      'lib/x.js': LOST,
    },
    ALL,
  );

  reaches(
    'is no code further in, where the same names are those of a server',
    {
      'src/services/client/foo.js': LOST,
      'src/server/public/x.js': LOST,
      'src/modules/frontend/x.js': LOST,
      'server/public/x.js': LOST,
      'lib/composables/x.js': LOST,
      'src/republic/x.js': LOST,
    },
    ALL,
  );

  reaches(
    'is a hook that gets its effects from elsewhere, in a file of its name',
    {
      'hooks/useLater.js': `const { useEffect } = shim.react();\nexport default function (run) {\n  useEffect(() => { save(1); });\n}\nasync function save(x) { await x; }\n`,
      'hooks/later.js': `const { useEffect } = shim.react();\nexport default function (run) {\n  useEffect(() => { save(1); }); //!\n}\nasync function save(x) { await x; }\n`,
      'hooks/useServer.js': LOST,
    },
    ALL,
  );

  reaches('is not told by the name of a client alone', { 'client/x.js': LOST, 'src/client/x.js': LOST }, ALL);

  reaches(
    'is in a folder beside that of the server',
    {
      'server/x.js': LOST,
      'client/x.js': LOSES,
      'frontend/in/x.js': LOSES,
      // There is a server at the top, and none beside it.
      'src/client/x.js': LOST,
      'app/client/x.js': LOSES,
      'app/backend/x.js': LOST,
    },
    ALL,
  );

  reaches(
    'is in a package beside the folder of the server',
    {
      'package.json': '{ "name": "root" }',
      'server/x.js': LOST,
      'client/package.json': '{ "name": "pages", "type": "module" }',
      'client/plugins/x.js': LOSES,
      'clients/package.json': '{ "name": "clients", "type": "module" }',
      'clients/x.js': LOST,
    },
    ALL,
  );

  reaches(
    'is in a package that draws, and whose one framework has an end in browsers',
    { 'package.json': '{ "dependencies": { "solid-js": "1", "better-auth": "1" } }', 'src/x.js': LOSES },
    ALL,
  );

  reaches(
    'is in what an element does, in files that import no library for it',
    {
      'src/row.tsx': `async function save(x: number) { await x; }
export const Row = (id: number) => <button onClick={() => { save(id); }} />;
export function page() {
  save(1); //!
}
`,
      'src/tags.tsx': `import { useMutation } from '@tanstack/solid-query';
async function save(x: number) { await x; }
export const Tags = () => {
  const mutation = useMutation(() => ({ onSuccess: () => { void save(1); } }));
  return <p>{mutation.data}</p>;
};
`,
    },
    ALL,
  );

  reaches(
    'is in a function inside a component or a hook that uses hooks of any kind',
    {
      'package.json': '{ "type": "module", "dependencies": { "react": "19", "next": "16" } }',
      'src/tabs.tsx': `import { useRouter } from 'next/router';
async function save(x: number) { await x; }
export const Tabs = () => {
  const router = useRouter();
  save(1); //!
  const open = () => { save(2); };
  const act = async () => {
    'use server';
    save(3); //!
  };
  return <p onChange={open}>{act}</p>;
};
export const Plain = () => {
  const open = () => {
    save(4); //!
  };
  return open;
};
`,
      'lib/pin.ts': `async function save(x: number) { await x; }
export const usePin = () => {
  const user = useUser();
  return async () => { save(user); };
};
export const useNone = () => async () => {
  save(1); //!
};
export const later = () => {
  const user = useUser();
  return async () => {
    save(user); //!
  };
};
`,
    },
    ALL,
  );

  reaches(
    'is not where only the names are those of hooks',
    {
      'lib/pin.ts': `async function save(x: number) { await x; }
export const useStore = () => {
  const config = useConfig();
  return async () => {
    save(config); //!
  };
};
`,
    },
    ALL,
  );

  reaches(
    'is under a question whether there is a window',
    {
      'src/x.js': `async function save(x) { await x; }
export function start(on) {
  if (typeof window !== 'undefined' && on) {
    save(1);
  } else {
    save(2); //!
  }
  if (typeof window === 'undefined') save(3); //!
}
`,
    },
    ALL,
  );

  describe('is in a package whose page loads it', () => {
    const files = { 'index.html': '<script type="module" src="/src/x.js"></script>', 'src/x.js': LOSES };
    reaches('and which serves nothing', { 'package.json': builds({}), ...files }, ALL);
    reaches(
      'and not where it serves the page',
      { 'package.json': builds({ express: '5' }), ...files, 'src/x.js': LOST },
      ALL,
    );
    reaches('and not without a page', { 'package.json': builds({}), 'src/x.js': LOST }, ALL);
  });

  reaches('is in a package that draws and serves nothing', { 'package.json': DRAWS, 'src/x.js': LOSES }, ALL);

  describe('a file with handlers is of a server, whatever its folder or its package is called', () => {
    reaches('public', { 'public/x.js': SERVES }, ALL);
    reaches('client', { 'server/index.js': LOST, 'client/x.js': SERVES }, ALL);
    reaches('scripts', { 'scripts/x.js': SERVES }, ALL);
    reaches(
      'a package that draws',
      {
        'package.json': DRAWS,
        'server.js': `import { createServer } from 'node:http';
async function save(x) { await x; }
createServer((req, res) => {
  save(1); //!
  res.end();
});
`,
        'src/x.js': LOSES,
      },
      ALL,
    );
  });
});

describe('what listens to a server', () => {
  const listens = (lost: string): string => `import { io } from 'socket.io-client';
async function save(x) { await x; }
const socket = io('/');
socket.on('news', (x) => {
  save(x);${lost}
});
export function follow(feed) {
  feed.socket.on('news', (x) => {
    save(x);${lost}
  });
}
`;
  const web = (dependencies: Readonly<Record<string, string>>): string =>
    JSON.stringify({ name: 'web', type: 'module', dependencies: { 'socket.io-client': '4', ...dependencies } });
  const server = { 'api/package.json': '{ "name": "api", "dependencies": { "express": "5" } }', 'api/index.js': '' };
  const root = '{ "name": "root", "workspaces": ["*"] }';
  reaches('is no handler in a package that draws, beside a server', {
    'package.json': root,
    ...server,
    'web/package.json': web({ 'react-dom': '19' }),
    'web/src/x.js': listens(''),
  });
  reaches('is one in a package that does not', {
    'package.json': root,
    ...server,
    'web/package.json': web({}),
    'web/src/x.js': listens(' //! socket event news'),
  });
});

/** A file with a component-like function that has very many others in it. */
function component(size: number): string {
  const functions = Array.from(
    { length: size },
    (_, index) => `  async function job${index.toString()}(x) { await x; save(x); }\n  const n${index.toString()} = 1;`,
  );
  return `import React from 'react';
async function save(x) { await x; }
export default () => {
${functions.join('\n')}
};
`;
}

it('whether a function keeps state is looked for once, not for each call in it', () => {
  const visitedIn = (size: number): number => {
    const source = sourceFrom(component(size), `/virtual/${size.toString()}.jsx`);
    const before = counts.visited;
    expect(findUntracked(source, completeOptions(ALL))).toHaveLength(size);
    return counts.visited - before;
  };
  // The square would be 100.
  expect(visitedIn(3_000) / visitedIn(300)).toBeLessThan(11);
});

describe('a function that a server sends to a page', () => {
  const PAGE = `import express from 'express';
async function save(x) { await x; }
const watch = () => { window.onclick = () => { window.tell(1).catch(() => {}); }; };
function script() { window.tell(2).catch(() => {}); }
function other() {
  save(4).catch(() => {}); //!
}
express().get('/a', async (req, res) => {
  await page.evaluate(() => {
    window.tell(3).catch(() => {});
  });
  await page.addInitScript(watch);
  await driver.executeScript(script, 1);
  engine.run(other);
  other();
  res.end();
});
`;
  reaches('is no code of the server', { 'x.js': PAGE });
  reaches('with reach all', { 'x.js': PAGE }, ALL);
});

describe('the top level of a module, with reach all', () => {
  reaches(
    'includes what follows a promise there, and not what follows one in a function',
    {
      'migrate.js': `async function end(x) { await x; }
await end(1).then(() => {
  end(2);
}).finally(() => { end(3); });
export const migrate = () =>
  end(1).then(() => {
    end(4); //!
  });
`,
    },
    ALL,
  );

  reaches(
    'includes a function that is called in place there, and not those inside it',
    {
      'migrate.js': `async function end(x) { await x; }
(async () => {
  await end(1);
  end(2);
  const later = () => {
    end(3); //!
  };
  later();
})();
export const stop = () => {
  (() => { end(4); })(); //!
};
`,
    },
    ALL,
  );
});
