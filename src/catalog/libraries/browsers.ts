import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const PUPPETEER_PAGE = names(`
  goto click type waitForSelector waitForNavigation screenshot pdf evaluate setContent close content title reload
`);

const PLAYWRIGHT_PAGE = names(`
  goto click type fill waitForSelector waitForTimeout waitForNavigation screenshot pdf evaluate setContent close
  content title reload
`);

export const browsers = defineEntry({
  name: 'headless browsers',
  docs: 'https://pptr.dev/',
  packages: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core'],
  launches: [
    'puppeteer#launch|connect()',
    'puppeteer#launch|connect().newPage|close|version()',
    `puppeteer#launch|connect().newPage().${PUPPETEER_PAGE}()`,
    'puppeteer-core#launch|connect()',
    'puppeteer-core#launch|connect().newPage|close|version()',
    `puppeteer-core#launch|connect().newPage().${PUPPETEER_PAGE}()`,
    'playwright#chromium|firefox|webkit.launch|connect()',
    'playwright#chromium|firefox|webkit.launch|connect().newPage|close|newContext()',
    `playwright#chromium|firefox|webkit.launch|connect().newPage().${PLAYWRIGHT_PAGE}()`,
    'playwright-core#chromium|firefox|webkit.launch|connect()',
    'playwright-core#chromium|firefox|webkit.launch|connect().newPage|close|newContext()',
    `playwright-core#chromium|firefox|webkit.launch|connect().newPage().${PLAYWRIGHT_PAGE}()`,
    'typed puppeteer#Browser.newPage|close|version()',
    'typed playwright#Browser.newPage|newContext|close()',
    'typed playwright#BrowserContext.newPage|close()',
    'typed playwright-core#Browser.newPage|newContext|close()',
    'typed playwright-core#BrowserContext.newPage|close()',
    `typed puppeteer#Page.${PUPPETEER_PAGE}()`,
    `typed playwright#Page.${PLAYWRIGHT_PAGE}()`,
  ],
});
