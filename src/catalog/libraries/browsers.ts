import { defineEntry } from '../entry.ts';

export const browsers = defineEntry({
  name: 'headless browsers',
  docs: 'https://pptr.dev/',
  packages: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core'],
  launches: [
    'puppeteer#launch|connect()',
    'puppeteer#launch|connect().newPage|close|version()',
    'puppeteer#launch|connect().newPage().goto|click|type|waitForSelector|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
    'puppeteer-core#launch|connect()',
    'puppeteer-core#launch|connect().newPage|close|version()',
    'puppeteer-core#launch|connect().newPage().goto|click|type|waitForSelector|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
    'playwright#chromium|firefox|webkit.launch|connect()',
    'playwright#chromium|firefox|webkit.launch|connect().newPage|close|newContext()',
    'playwright#chromium|firefox|webkit.launch|connect().newPage().goto|click|type|fill|waitForSelector|waitForTimeout|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
    'playwright-core#chromium|firefox|webkit.launch|connect()',
    'playwright-core#chromium|firefox|webkit.launch|connect().newPage|close|newContext()',
    'playwright-core#chromium|firefox|webkit.launch|connect().newPage().goto|click|type|fill|waitForSelector|waitForTimeout|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
    'typed puppeteer#Page.goto|click|type|waitForSelector|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
    'typed playwright#Page.goto|click|type|fill|waitForSelector|waitForTimeout|waitForNavigation|screenshot|pdf|evaluate|setContent|close|content|title|reload()',
  ],
});
