import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../src/cli/output/html/style/colours.ts';

/** Text colours, and the colours behind them. */
const TEXTS: [string, string[]][] = [
  ['ink', ['paper', 'card', 'sunken', 'gone', 'gone-more', 'come', 'come-more', 'here']],
  ['muted', ['paper', 'card', 'sunken']],
  ['link', ['paper', 'card']],
  ...['found', 'planned', 'rewritten', 'left', 'meant'].map((outcome): [string, string[]] => [
    outcome,
    [`${outcome}-soft`],
  ]),
  ...['gone', 'come', 'here'].map((line): [string, string[]] => [`${line}-mark`, [line]]),
];

/** Colours that must be visible without being text: the borders of fields, the dots, the focus ring. */
const SHAPES: [string, string[]][] = ['edge', 'found', 'planned', 'rewritten', 'left', 'failed', 'link'].map(
  (shape) => [shape, ['paper', 'card']],
);

describe.each(COLOURS.split('@media').map((block, index): [string, string] => [index === 0 ? 'light' : 'dark', block]))(
  'in the %s palette',
  (_name, block) => {
    const colours = new Map(
      [...block.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const pairs = (list: [string, string[]][]): [string, string][] =>
      list.flatMap(([text, grounds]) => grounds.map((ground): [string, string] => [text, ground]));

    it.each(pairs(TEXTS))('%s is read on %s', (text, ground) => {
      expect(contrast(colours.get(text), colours.get(ground))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(pairs(SHAPES))('%s is seen on %s', (shape, ground) => {
      expect(contrast(colours.get(shape), colours.get(ground))).toBeGreaterThanOrEqual(3);
    });
  },
);

/** The contrast ratio of WCAG 2, from 1 to 21. */
function contrast(a = '', b = ''): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
