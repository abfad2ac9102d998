import { renderMarkdown } from './markdown.js';
import { renderPage } from './template.js';

/** The first page, from the README's text before its second heading, with links to the main pages. */
export function renderLanding(pages, links) {
  const readme = pages.find(({ source }) => source === 'README.md');
  const [beginning = ''] = readme.text.split(/^## /m);
  const [, title, pitch, rest] = /^# (.+)\n+(.+)\n+([\s\S]+)$/.exec(beginning) ?? [];
  if (title === undefined)
    throw new Error(
      'README.md no longer begins with a heading and a sentence: site/build/landing.js makes the first page of them.',
    );
  const link = links.from({ ...readme, path: 'index.html' });
  const cards = [
    ['Rules', 'What is reported, and what never is.', 'rules/no-untracked-promises.html'],
    ['Codemod', 'One command rewrites what the rule finds.', 'codemod.html'],
    ['Helper', 'One file you own: hold, name, report, drain.', 'tracker.html'],
    ['Frameworks', 'Express to Workers: where handlers are known.', 'frameworks.html'],
    ['Shutdown', 'Wire the drain, on every platform.', 'guides/shutdown.html'],
    ['Comparison', 'Measured against other tools.', 'maintainers/comparison.html'],
  ];
  const content = `<section class="hero"><h1>${title}</h1>
<div class="pitch">${renderMarkdown(pitch, link).html}</div>
<p class="actions"><a class="button first" href="playground.html">Try it in the playground</a><a class="button" href="overview.html#use-in-eslint">Use in ESLint</a></p>
<pre class="install" tabindex="0" role="group" aria-label="Command"><code>npm install --save-dev eslint-plugin-fire-task</code></pre></section>
<section class="story" aria-label="Before and after">${renderMarkdown(rest, link).html}</section>
<nav class="cards" aria-label="Where to go on">${cards.map(([name, words, href]) => `<a href="${href}"><b>${name}</b><span>${words}</span></a>`).join('')}</nav>`;
  return renderPage({
    path: 'index.html',
    title: `${title}: promises that outlive their request`,
    description: pitch.replace(/[`*]/g, ''),
    pages,
    content,
    wide: true,
  });
}
