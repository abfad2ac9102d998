import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../support/browser.ts';
import { sandbox } from '../support/sandbox.ts';

const path = browserPath();
if (path === undefined)
  console.info(
    'The report is not looked at in a browser: no Chromium was found. Install one, or name it in CHROME_PATH.',
  );

describe.skipIf(path === undefined)('the page in a browser', () => {
  const box = sandbox();
  let browser: Browser;
  /** What a page logged, requested or was stopped from doing; must stay empty. */
  let noise: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(() => {
    expect(noise).toEqual([]);
    noise = [];
  });

  /** The page for the files in the sandbox. */
  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    const { out } = await box.run(['migrate', '--dry-run', '--format', 'html', 'src']);
    box.write('report.html', out);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    const url = pathToFileURL(join(box.folder, 'report.html')).href;
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('dialog', (dialog) => noise.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== url) noise.push(request.url());
    });
    await page.goto(url);
    return page;
  }

  const shown = (page: Page): Promise<string[]> => page.locator('article.site:visible h4').allTextContents();
  const status = (page: Page): Promise<string | null> => page.getByRole('status').textContent();

  it('filters by keyboard alone, and announces how many findings are left', async () => {
    box.project('shop-ts');
    const page = await opened();
    expect(await status(page)).toBe('4 of 4 findings in 2 routes');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the findings');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('warehouse AUDIT');
    expect(await shown(page)).toEqual(['audit.record']);
    expect(await status(page)).toBe('1 of 4 findings in 1 route');
    expect(await page.getByRole('navigation').getByRole('listitem').allTextContents()).toEqual(['POST /orders 1']);
    await page.keyboard.type(' nowhere');
    expect(await status(page)).toBe('No finding matches.');
    for (let field = 0; field < 4; field += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await status(page)).toBe('4 of 4 findings in 2 routes');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-text');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('voi');
    expect(await shown(page)).toEqual(['refund']);
  });

  it('shows a finding that is filtered away when it is linked to', async () => {
    box.project('shop-ts');
    box.write(
      'src/number.ts',
      "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n});\n",
    );
    const page = await opened();
    await page.getByLabel('Outcome').selectOption('Would be rewritten (4)');
    expect(await shown(page)).not.toContain('load');
    await page.getByRole('link', { name: 'load' }).click();
    // The browser announces the new address some time later.
    await page.getByRole('article', { name: 'load' }).waitFor();
    expect(await status(page)).toBe('5 of 5 findings in 3 routes');
  });

  it('never scrolls sideways on a phone; long lines scroll inside themselves', async () => {
    box.project('shop-ts');
    const long = 'x'.repeat(300);
    box.write('src/orders/cancel.ts', box.read('src/orders/cancel.ts').replace('req.params.id', `'${long}'`));
    box.write(
      `src/${'long-'.repeat(30)}name.ts`,
      `import express from 'express';\nasync function load() { return 1; }\nexpress().get('/${long}', (req, res) => {\n  res.json(load());\n});\n`,
    );
    const page = await opened({ viewport: { width: 360, height: 780 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(
      await page
        .locator('pre.code')
        .evaluateAll((blocks) => blocks.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)),
    ).toBe(true);
  });

  it('shows everything without its script', async () => {
    box.project('shop-ts');
    const page = await opened({ javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(4);
    expect(await page.getByRole('search').isVisible()).toBe(false);
  });

  it('has one heading of the first level, and names its landmarks, articles and code', async () => {
    box.project('shop-ts');
    const page = await opened();
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
      '4 findings would be rewritten in 4 files',
    ]);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Needs manual work',
      'Findings by route',
    ]);
    for (const [role, name] of [
      ['search', 'Findings'],
      ['navigation', 'Routes'],
      ['region', 'Needs manual work'],
      ['article', 'refund'],
      ['group', 'Change at src/orders/cancel.ts:5:3'],
    ] as const) {
      expect(await page.getByRole(role, { name }).count(), name).toBe(1);
    }
  });

  it('runs nothing that stands in the code', async () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write(
      'src/app.js',
      "import express from 'express';\nasync function send(to) { await to; }\nexpress().post('/</script><img src=x onerror=alert(1)>', (req, res) => {\n  send(`</code></pre><script>alert(2)</script>`);\n  res.end();\n});\n",
    );
    const page = await opened();
    expect(await page.locator('h3 code').allTextContents()).toEqual(['POST /</script><img src=x onerror=alert(1)>']);
    expect(await page.locator('ins .text').textContent()).toContain('send(`</code></pre><script>alert(2)</script>`)');
  });
});
