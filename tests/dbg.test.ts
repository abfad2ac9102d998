import { it } from 'vitest';
import { recognition } from './support/engine.ts';
import { inPackage } from './support/packages.ts';
import { markedIn, valueInWords } from './support/value-in.ts';
it('x', () => {
  for (const [marked, files] of [
    ['export const makeOrders = ({ mailer }) => ({ create: async (req, res) => { await «mailer.send»(1); res.end(); } });', {'src/mailer.js': 'export const makeMailer = () => ({ send: async (x) => { touch(x).catch(() => {}); } });', 'src/main.js': "import { makeOrders } from './app.js';import { makeMailer } from './mailer.js';const orders = makeOrders({ mailer: makeMailer() });"}],
  ] as const) {
    const { code, find } = markedIn(marked);
    inPackage([], { ...files, 'src/app.js': code }, 'src/app.js', (source) => {
      console.log(marked, '→', valueInWords(recognition().expression(find(source), source)));
    });
  }
});
