import { renderMarkdown } from './markdown.js';
import { renderPage } from './template.js';

const CARDS = [
  ['Rules', 'What is reported, and what never is.', 'rules/no-untracked-promises.html'],
  ['Codemod', 'One command rewrites what the rule finds.', 'codemod.html'],
  ['Helper', 'One file you own: hold, name, report, drain.', 'tracker.html'],
  ['Frameworks', 'Express to Workers: where handlers are known.', 'frameworks.html'],
  ['Shutdown', 'Wire the drain, on every platform.', 'guides/shutdown.html'],
  ['Comparison', 'Measured against other tools.', 'maintainers/comparison.html'],
];

/** What the first page takes from the README, and how it finds it. */
const PARTS = {
  title: /^# (.+)$/m,
  pitch: /^# .+\n+(.+)$/m,
  before: /^(```ts finding[^\n]*\n[\s\S]*?\n```)$/m,
  problem: /^```\n+([A-Z][^`#]+?`started` forever\.[\s\S]*?)\n\n```/m,
  after: /^(```ts ok[^\n]*\n[\s\S]*?\n```)$/m,
  message: /^> (.+)$/m,
  findings: /^\| findings \| (\d+ \| \d+) \|$/m,
  lost: /^\| runs lost on SIGTERM \| (\d+ \| \d+) \|$/m,
};

/** The first page: the problem, the message, the fix and the demo's counts, all from the README. */
export function renderLanding(pages, links) {
  const readme = pages.find(({ source }) => source === 'README.md');
  const { title, pitch, before, problem, after, message, findings, lost } = partsOf(readme.text);
  const link = links.from({ ...readme, path: 'index.html' });
  const html = (markdown) => renderMarkdown(markdown, link).html;
  const [findingsBefore, findingsAfter] = findings.split(' | ');
  const [lostBefore, lostAfter] = lost.split(' | ');
  const content = `<div class="opening"><section class="hero"><h1>${title}</h1>
<div class="pitch">${html(pitch)}</div>
<p class="actions"><a class="button first" href="playground.html">Try it in the playground</a><a class="button" href="overview.html#use-in-eslint">Use in ESLint</a></p>
<pre class="install" tabindex="0" role="group" aria-label="Command"><code>npm install --save-dev eslint-plugin-fire-task</code></pre></section>
<section class="result" aria-label="Before and after">${html(before)}<div class="says">${html(message)}</div>${html(after)}
<dl class="counts"><div><dt>findings in the demo</dt><dd>${findingsBefore} → ${findingsAfter}</dd></div><div><dt>runs lost on SIGTERM</dt><dd>${lostBefore} → ${lostAfter}</dd></div></dl></section></div>
<section class="story" aria-label="The problem">${html(problem)}</section>
<nav class="cards" aria-label="Where to go on">${CARDS.map(([name, words, href]) => `<a href="${href}"><b>${name}</b><span>${words}</span></a>`).join('')}</nav>`;
  return renderPage({
    path: 'index.html',
    title: `${title}: promises that outlive their request`,
    description: pitch.replace(/[`*]/g, ''),
    pages,
    content,
    wide: true,
  });
}

/** @throws {Error} naming the part that the README no longer has */
function partsOf(text) {
  return Object.fromEntries(
    Object.entries(PARTS).map(([name, pattern]) => {
      const [, part] = pattern.exec(text) ?? [];
      if (part === undefined)
        throw new Error(`README.md no longer has the ${name} of the first page: see PARTS in site/build/landing.js.`);
      return [name, part];
    }),
  );
}
