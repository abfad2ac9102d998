import { readExamples } from './examples.js';
import { REPOSITORY } from './links.js';
import { renderPage, STYLE_NONCE } from './template.js';

/** The page of the playground; its scripts are in `client/playground/`. */
export async function renderPlayground(pages) {
  const examples = await readExamples();
  const content = `<noscript><p class="failure">The playground is made of scripts, and this browser runs none.</p></noscript>
<div class="controls">
<h1>Playground</h1>
<label for="example">Example</label><select id="example"></select>
<fieldset id="languages"><legend class="said">Language</legend><label><input type="radio" name="language" value="ts" checked> TypeScript</label><label><input type="radio" name="language" value="js"> JavaScript</label></fieldset>
<button type="button" id="share">Copy link</button>
<a id="issue" href="${REPOSITORY}" target="_blank" rel="noopener">Report an issue</a>
<p id="status" role="status">Loading the engine …</p>
</div>
<p id="here" class="said" role="status"></p>
<div class="bench">
<section class="code" aria-label="Your code"><div id="files" role="group" aria-label="Files"></div>
<p id="naming"><label for="path">Path</label> <input id="path" type="text" spellcheck="false" autocomplete="off"> <button type="button" id="remove">Remove this file</button></p>
<div id="editor" data-nonce="${STYLE_NONCE}"></div>
<p class="hint">The rule and the codemod run in this page, without types. What you type stays in your browser. <kbd>F8</kbd> goes to the next finding.</p></section>
<div id="results"><section aria-labelledby="explanation-heading"><h2 id="explanation-heading">Explanation</h2><div id="explanation"></div></section>
<section aria-labelledby="migrated-heading"><h2 id="migrated-heading">After <code>fire-task migrate</code></h2><pre class="diff" tabindex="0" role="group" aria-label="Migrated code"><code id="migrated"></code></pre><p class="hint" id="helper"></p></section></div>
<section id="options" aria-label="Options" hidden></section>
</div>
<script type="application/json" id="examples">${JSON.stringify(examples).replaceAll('<', '\\u003c')}</script>`;
  return renderPage({
    path: 'playground.html',
    title: 'Playground · fire-task',
    description: 'Type a handler and see which of its promises outlive it, why, and the migrated code.',
    pages,
    content,
    scripts: ['playground'],
    wide: true,
  });
}
