import { REPOSITORY, upFrom } from './links.js';
import { escapeHtml } from './highlight.js';

/** Nothing is loaded from elsewhere. The nonce allows the styles that the editor creates; it need not be secret. */
export const STYLE_NONCE = 'fire-task-editor';
const POLICY = `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'nonce-${STYLE_NONCE}'; base-uri 'none'; form-action 'none'`;

/** The full page around its content. */
export function renderPage({ path, title, description, pages, content, contents = '', scripts = [], wide = false }) {
  const up = upFrom(path);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description)}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}assets/style.css">
${['search', ...scripts].map((script) => `<script type="module" src="${up}assets/${script}.js"></script>`).join('\n')}
</head>
<body data-root="${up === '' ? './' : up}"${wide ? ' class="wide"' : ''}>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="${up}index.html"><img src="${up}assets/icon.svg" alt="" width="22" height="22">fire-task</a>
<search hidden><label class="said" for="search">Search the documentation</label><input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false" aria-controls="hits"><div id="hits-box" hidden><p class="said" role="status"></p><ol id="hits"></ol></div></search>
<nav aria-label="Site"><a href="${up}overview.html"${current(path, 'overview.html')}>Docs</a><a href="${up}playground.html"${current(path, 'playground.html')}>Playground</a><a href="${REPOSITORY}">GitHub</a></nav>
</header>
<div class="columns${wide ? ' wide' : ''}">
${wide ? '' : renderNavigation(path, pages)}<main id="content">
${content}
</main>
${contents}</div>
</body>
</html>
`;
}

function current(path, other) {
  return path === other ? ' aria-current="page"' : '';
}

function renderNavigation(path, pages) {
  const up = upFrom(path);
  const sections = [...new Set(pages.filter(({ isHidden }) => !isHidden).map(({ section }) => section))];
  const lists = sections.map((section) => {
    const items = pages
      .filter((page) => page.section === section)
      .map((page) => `<li><a href="${up}${page.path}"${current(path, page.path)}>${escapeHtml(page.title)}</a></li>`);
    return `<h2>${section}</h2><ul>${items.join('')}${section === 'Start' ? `<li><a href="${up}playground.html">Playground</a></li>` : ''}</ul>`;
  });
  return `<nav class="pages" aria-label="Pages"><details open><summary>All pages</summary>${lists.join('')}</details></nav>\n<script src="${up}assets/fold.js"></script>\n`;
}

/** The list of a page's headings, next to the page. */
export function renderContents(headings) {
  const listed = headings.filter(({ level }) => level === 2 || level === 3);
  if (listed.length < 2) return '';
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${listed.map(({ level, id, title }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ul></nav>\n`;
}
