import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FireTaskPlugin } from '../../src/plugin.ts';

const ROOT = join(import.meta.dirname, '../..');
/** As built: what users import. */
const { default: plugin } = (await import(pathToFileURL(join(ROOT, 'dist/index.js')).href)) as {
  default: FireTaskPlugin;
};
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };

it('the plugin says its name, version and namespace, for caches and for defineConfig', () => {
  expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'fire-task' });
});

/** Paths of properties in a schema that nothing describes. */
function undescribed(schema: object, path = ''): string[] {
  const { properties = {} } = schema as { properties?: Record<string, { description?: string }> };
  return Object.entries(properties).flatMap(([name, property]) => [
    ...(property.description === undefined ? [`${path}${name}`] : []),
    ...undescribed(property, `${path}${name}.`),
  ]);
}

describe.each(Object.entries(plugin.rules))('%s', (name, { meta }) => {
  it('is a problem, in one sentence, with a page, and recommended', () => {
    expect(meta).toMatchObject({
      type: 'problem',
      docs: {
        recommended: true,
        url: expect.stringMatching(new RegExp(`^https://.+/docs/rules/${name}\\.md$`)) as string,
      },
    });
    expect(meta?.docs?.description).toMatch(/^(?:disallow|require) [^.]+$/);
  });

  it('offers suggestions at most: nothing that --fix could apply', () => {
    expect(meta).not.toHaveProperty('fixable');
    expect(meta).not.toHaveProperty('deprecated');
  });

  it('has messages, and where it takes options a default and a description of each', () => {
    expect(Object.values(meta?.messages ?? {}).length).toBeGreaterThan(0);
    const schema = meta?.schema as object[];
    expect(meta?.defaultOptions?.length ?? 0).toBe(schema.length);
    expect(schema.flatMap((each) => undescribed(each)).filter((path) => !path.includes('.'))).toEqual([]);
  });
});

it('each config has its name, the plugin and every rule', () => {
  for (const [name, config] of Object.entries(plugin.configs)) {
    expect(config.name).toBe(`fire-task/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
    expect(config.plugins?.['fire-task']).toBe(plugin);
    expect(Object.keys(config.rules ?? {}).sort()).toEqual(
      Object.keys(plugin.rules)
        .map((rule) => `fire-task/${rule}`)
        .sort(),
    );
  }
});
