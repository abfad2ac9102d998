import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../support/browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const path = browserPath();
if (path === undefined)
  console.info(
    'The site is not looked at in a browser: no Chromium was found. Install one, or name it in CHROME_PATH.',
  );

const HANDLER = `import express from 'express';
const app = express();
async function send(to) { await to; }
app.post('/letters', async (req, res) => {
`;

describe.skipIf(path === undefined)('the site in a browser', () => {
  let browser: Browser;
  let server: Server;
  let folder: string;
  /** What a page said, or asked of another host; it is to stay empty. */
  let noise: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fire-task-site-'));
    execFileSync(process.execPath, ['site/build.js', folder], { cwd: ROOT, stdio: 'pipe' });
    const { serverFor } = (await import(pathToFileURL(join(ROOT, 'site/serve.js')).href)) as {
      serverFor: (folder: string) => Server;
    };
    server = serverFor(folder);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await startBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    const said = noise;
    noise = [];
    expect(said).toEqual([]);
  });

  async function opened(place: string, options: BrowserContextOptions = {}): Promise<Page> {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/`;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(base)) noise.push(request.url());
    });
    await page.goto(base + place);
    return page;
  }

  /** The playground, with this code typed into it. */
  async function typed(code: string): Promise<Page> {
    const page = await opened('playground.html');
    await page.getByRole('status').filter({ hasText: 'finding' }).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    // As a whole, so that the editor adds no closing brackets or indentation of its own.
    await page.keyboard.insertText(code);
    return page;
  }

  const status = (page: Page, text: string): Promise<void> =>
    page.getByRole('status').filter({ hasText: text }).waitFor();

  it('a call that is typed into a handler is underlined, explained and migrated; `await` takes it all away', async () => {
    const page = await typed(`${HANDLER}  res.end();\n});\n`);
    await status(page, 'No findings');
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.type('send(req.body.to);');
    await status(page, '1 finding');

    expect(await page.locator('.cm-lintRange-error').textContent()).toBe('send(req.body.to)');
    await page.locator('.cm-lintRange-error').hover();
    const message =
      'is launched by `POST /letters` but never awaited, returned or tracked: it is lost on shutdown, and if it rejects the process can crash. Await it, return it, or pass it to `fireTask`.';
    await page.locator('.cm-tooltip-lint .cm-diagnosticText').waitFor();
    expect(await page.locator('.cm-tooltip-lint .cm-diagnosticText').textContent()).toBe(`\`send(…)\` ${message}`);

    const article = page.getByRole('article', { name: 'send, line 5' });
    expect(await article.locator('.message').textContent()).toBe(`send(…) ${message.replaceAll('`', '')}`);
    expect(await article.locator('dd').allTextContents()).toEqual([
      'POST /letters (express, known by the call that registers it)',
      'declared async at app.ts:3 (known from its declaration in this file)',
      'nobody: called, and its promise dropped',
      'passed to fireTask, which holds, names and drains it',
    ]);
    expect(await page.locator('#migrated ins').allTextContents()).toEqual([
      "+import { fireTask } from './lib/fire-task.js';\n",
      "+  fireTask(send(req.body.to), 'send');\n",
    ]);

    await page.keyboard.press('Home');
    await page.keyboard.type('await ');
    await status(page, 'No findings');
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
    expect(await page.locator('#migrated ins').count()).toBe(0);
    expect(await page.locator('#explanation .call dd').allTextContents()).toContain('not reported: awaited');
  });

  it('by keyboard alone: the next finding, its message, and its quick fix', async () => {
    const page = await typed(`${HANDLER}  send(req.body.to);\n  res.end();\n});\n`);
    await status(page, '1 finding');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.locator('#explanation .finding.here').waitFor();
    await status(page, 'is launched by `POST /letters`');
    // Out of the editor, past the link to the line.
    for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Track it');
    await page.keyboard.press('Enter');
    await status(page, 'No findings');
    expect(await page.locator('.cm-content').textContent()).toContain("fireTask(send(req.body.to), 'send');");
  });

  it('what was typed is in the address, and the address gives it back', async () => {
    const page = await typed(`${HANDLER}  void send('Zürich');\n  res.end();\n});\n`);
    await status(page, '1 finding');
    await page.getByLabel('JavaScript').check();
    await page.waitForFunction(() => location.hash.startsWith('#express/js/'));
    const address = new URL(page.url()).hash;
    const again = await opened(`playground.html${address}`);
    await status(again, '1 finding');
    expect(await again.locator('.cm-content').textContent()).toContain("void send('Zürich');");
    expect(await again.getByLabel('JavaScript').isChecked()).toBe(true);
    expect(await again.locator('#helper').textContent()).toBe('It also writes the helper, src/lib/fire-task.js.');
  });

  it('an address that was cut shows the first example', async () => {
    const page = await opened('playground.html#express/ts/3VRNb9swDP0rhC');
    await status(page, '3 findings');
  });

  it('of several files each has its findings: a launch is reported where it is, under the route of another file', async () => {
    const page = await opened('playground.html#files/ts');
    await status(page, '1 finding');
    const files = page.getByRole('group', { name: 'Files' });
    expect(await files.getByRole('button').allTextContents()).toEqual([
      'src/app.ts',
      'src/orders.ts1 finding',
      'src/warehouse.ts',
      'package.json',
      'options.json',
      'Add a file',
    ]);
    await files.getByRole('button', { name: 'src/orders.ts' }).click();
    const article = page.getByRole('article', { name: 'notifyWarehouse' });
    await article.waitFor();
    expect(await article.locator('dd').first().textContent()).toBe(
      'POST /orders through placeOrder (express, known by the call that registers it)',
    );
  });

  it('options are set in a form or as JSON, are in the address, and what is wrong with them is said', async () => {
    const page = await opened('playground.html');
    await status(page, '3 findings');
    await page.getByRole('button', { name: 'options.json' }).click();
    await page.getByLabel('voided').uncheck();
    await status(page, '2 findings');
    await page.getByLabel('name').fill('track');
    await page.getByLabel('name').press('Tab');
    expect(JSON.parse((await page.locator('.cm-content').innerText()).trim())).toEqual({
      forms: { voided: false },
      tracker: { name: 'track' },
    });
    await page.waitForFunction(() => location.hash.startsWith('#express/ts/'));
    const again = await opened(`playground.html${new URL(page.url()).hash}`);
    await status(again, '2 findings');
    await again.getByRole('button', { name: 'options.json' }).click();
    expect(await again.getByLabel('voided').isChecked()).toBe(false);
    await again.locator('.cm-content').click();
    await again.keyboard.press('Control+A');
    await again.keyboard.insertText('{ "reach": "everywhere" }');
    await status(again, 'options.json: reach: Instance does not match any of');
    await again.keyboard.press('Control+A');
    await again.keyboard.insertText('{ "reach": ');
    await status(again, 'options.json: ');
    await again.keyboard.insertText('"file" }');
    await status(again, '3 findings');
    expect(await again.getByLabel('reach').inputValue()).toBe('file');
  });

  it('files are added, named and removed, and package.json decides the platform', async () => {
    const page = await typed(
      `import express from 'express';\nimport { send } from './mail.js';\nexpress().post('/', (req, res) => { send(req.body); res.end(); });\n`,
    );
    await status(page, 'No findings');
    await page.getByRole('button', { name: 'Add a file' }).click();
    await page.getByLabel('Path').fill('src/app.ts');
    await page.getByLabel('Path').press('Enter');
    expect(await page.getByLabel('Path').evaluate((field: HTMLInputElement) => field.validity.valid)).toBe(false);
    await page.getByLabel('Path').fill('src/mail.ts');
    await page.getByLabel('Path').press('Enter');
    await page.locator('.cm-content').click();
    await page.keyboard.insertText('export async function send(to) { await to; }\n');
    await status(page, '1 finding');
    await page.getByRole('button', { name: 'package.json' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{ "dependencies": { "express": "5", "serverless-http": "4" } }');
    await page.getByRole('button', { name: 'src/app.ts' }).click();
    await page.locator('#explanation .message', { hasText: 'freezes' }).waitFor();
    await page.getByRole('button', { name: 'src/mail.ts' }).click();
    await page.getByRole('button', { name: 'Remove this file' }).click();
    await status(page, 'No findings');
    expect(await page.getByRole('group', { name: 'Files' }).getByRole('button').allTextContents()).toEqual([
      'src/app.ts',
      'package.json',
      'options.json',
      'Add a file',
    ]);
  });

  it('at 1280 x 800, what is said of the line with the cursor and the migrated code are both in view', async () => {
    const page = await opened('playground.html', { viewport: { width: 1280, height: 800 } });
    await status(page, '3 findings');
    for (const [line, name] of [
      [7, 'executePipeline, line 7'],
      [12, 'updateUser'],
    ] as const) {
      await page
        .locator('.cm-line')
        .nth(line - 1)
        .click();
      // In one look, because each analysis draws them again.
      await page.waitForFunction((label) => {
        const article = document.querySelector('#explanation article');
        const isInView = (shown: Element | null): boolean => {
          const { top, bottom } = shown?.getBoundingClientRect() ?? { top: 0, bottom: 800 };
          return top > 0 && bottom < 800;
        };
        return (
          article?.getAttribute('aria-label') === label &&
          [article, document.querySelector('#migrated ins')].every(isInView)
        );
      }, name);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
  });

  it('an issue is filled in with the explanation, the options, the link and the code', async () => {
    const page = await typed(`${HANDLER}  send(req.body.to);\n  res.end();\n});\n`);
    await status(page, '1 finding');
    await page.waitForFunction(() => location.hash.startsWith('#express/ts/'));
    await page.locator('.cm-line').nth(4).click();
    await page.locator('#explanation .finding.here').waitFor();
    await page.locator('#issue').focus();
    const address = new URL((await page.locator('#issue').getAttribute('href')) ?? '');
    expect(address.pathname).toMatch(/\/issues\/new$/);
    const body = address.searchParams.get('body');
    expect(body).toContain('src/app.ts:5:3  send\n  handler  POST /letters');
    expect(body).toContain(page.url());
    expect(body).toContain('app.post(');
  });

  it('the first screen of the home page shows the code, the message, the fix and the counts', async () => {
    const page = await opened('index.html', { viewport: { width: 1280, height: 800 } });
    for (const [selector, text] of [
      ['.result figure', 'executePipeline'],
      ['.says', 'is launched by POST /orgs/:orgId/runs but never awaited'],
      ['.result figure:last-of-type', 'fireTask(executePipeline'],
      ['.counts', '50 → 0'],
    ] as const) {
      const part = page.locator(selector).first();
      expect(await part.textContent()).toContain(text);
      const box = await part.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 800), selector).toBeLessThan(800);
    }
  });

  it('says where code does not parse', async () => {
    const page = await typed('app.get("/", () => {\n  run(;\n});\n');
    await status(page, 'The file does not parse.');
    expect(await page.locator('#explanation .failure').textContent()).toMatch(/line 2, column 7/);
  });

  it('the search finds a term on its page, by keyboard', async () => {
    const page = await opened('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('waitUntil lambda');
    const first = page.locator('#hits a').first();
    await first.waitFor();
    expect(await page.locator('#hits a').allTextContents()).not.toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('suppress-all');
    await page.locator('#hits a', { hasText: 'In CI and before a commit' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/guides\/ci\.html#/);
    expect(await page.locator('main').textContent()).toContain('suppress-all');
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    await page.getByRole('status').filter({ hasText: 'Nothing found.' }).waitFor();
  });

  it.each([
    ['index.html'],
    ['overview.html'],
    ['rules/no-untracked-promises.html'],
    ['frameworks.html'],
    ['guides/ci.html'],
    ['playground.html'],
  ])('%s never scrolls sideways on a phone', async (place) => {
    const page = await opened(place, { viewport: { width: 360, height: 780 } });
    if (place === 'playground.html') await status(page, 'findings');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
