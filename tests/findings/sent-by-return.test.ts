import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import { Body, Controller, Get, Post } from '@nestjs/common';
import fastify from 'fastify';
async function stats(id: number) { return fetch('/' + id); }
const app = fastify();
`;
const nest = (body: string): string => `${SETUP}@Controller()\nclass Rows { @Get() async list() {\n${body}\n} }`;

describe('what a handler returns is sent as text', () => {
  flags(
    'so a promise inside an object is',
    nest('return { id: 1, stats: stats(1) };\n                       ^^^^^^^^ answered'),
  );
  flags('so a promise inside an array is', nest('return [stats(1)];\n        ^^^^^^^^ answered'));
  flags(
    'so an array of promises is',
    nest('return [1].map((id) => stats(id));\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^ answered'),
  );
  flags(
    'so a promise in an object that was filled is',
    nest('const row: any = {};\nrow.stats = stats(1);\n            ^^^^^^^^ answered\nreturn row;'),
  );
  flags(
    'also by a short arrow function',
    `${SETUP}app.get('/x', async () => ({ stats: stats(1) }));
                                    ^^^^^^^^ answered`,
  );
  silent('but a promise that is returned itself is awaited', nest('return stats(1);'));
  silent(
    'but what is awaited is a value',
    nest('return { stats: await stats(1), all: await Promise.all([stats(2)]) };'),
  );
  silent('but a function inside is sent as nothing', nest('return { later: () => stats(1) };'));
  silent(
    'but not by a function that a handler calls',
    `${SETUP}function both() { return [stats(1), stats(2)]; }
    app.get('/x', async () => Promise.all(both()));`,
  );
  silent(
    'but a loader streams its promises',
    `export async function loader() { return { stats: stats(1) }; }
    async function stats(id: number) { return fetch('/' + id); }`,
    { reach: 'all' },
  );
});
