import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORM_NAMES } from '../src/findings/finding.ts';
import { optionsSchema } from '../src/findings/schema.ts';
import { foundIn } from './support/marked.ts';

const page = readFileSync(new URL('../docs/rules/no-untracked-promises.md', import.meta.url), 'utf8');

/** What the page's examples take for granted. */
const HEAD = `import express from 'express';
import { fireTask } from './lib/fire-task.js';
const app = express();
async function placeOrder(order) { await order; }
async function findOrder(id) { await id; }
async function sendReceipt(order) { await order; }
async function touchLastActive(id) { await id; }
`;

describe("the rule's page", () => {
  const fences = [...page.matchAll(/### (\w+)\n(?:(?!\n### )[\s\S])*?(?=\n### |\n## )/g)].flatMap(([section, form = '']) =>
    [...section.matchAll(/```ts (finding|ok)( strict)?\n([\s\S]*?)```/g)].map(([, verdict = '', strict, code = '']) => ({ form, verdict, strict: strict !== undefined, code })),
  );

  it('has examples to run', () => {
    expect(fences.length).toBeGreaterThan(12);
  });

  it.each(fences)('is right about its example of $form ($verdict)', ({ form, verdict, strict, code }) => {
    expect(foundIn(HEAD + code, { strict }).map((found) => found.split(':')[0])).toEqual(verdict === 'finding' ? [form] : []);
  });

  it.each(FORM_NAMES)('has a section about %s', (form) => {
    expect(page).toContain(`\n### ${form}\n`);
  });

  it.each(Object.keys(optionsSchema.properties))('documents the option %s', (option) => {
    expect(page).toContain(`| \`${option}\` |`);
  });
});
