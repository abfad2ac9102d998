import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const code = (mark: string): string => `import express from 'express';
const touch = async () => { await fetch('x'); };
const app = express();
setInterval(() => { touch(); }, 1000);${mark}
const timer = setTimeout(flush, 10);
function flush() { touch(); }${mark}
function later() { setTimeout(() => { touch(); }, 10); }
app.get('/a', (req, res) => { res.json({}); });
`;

describe('timers that startup code sets', () => {
  reaches('count in strict', { 'app.js': code(' //! set') }, { strict: true });
  reaches('count when they are named', { 'app.js': code(' //! set') }, { kinds: ['timer'] });
  reaches('do not count by default', { 'app.js': code('') });
});
