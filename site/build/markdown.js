import markdownIt from 'markdown-it';
import { escapeHtml, highlight } from './highlight.js';
import { slugger } from './slug.js';

/** Words after a code block's language that say whether the rule reports it. */
const VERDICTS = { finding: 'reported', ok: 'not reported' };

/**
 * A page as HTML, with its headings, and with the text of its sections for the search.
 *
 * @param link - resolves a link of the page on the site
 */
export function renderMarkdown(text, link) {
  const markdown = markdownIt({ html: true, linkify: false });
  const slug = slugger();
  const headings = [];
  markdown.core.ruler.push('headings', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      // An empty header cell is not a heading.
      if (token.type === 'th_open' && tokens[index + 1].content === '') token.tag = tokens[index + 2].tag = 'td';
      // The site's content policy forbids style attributes.
      const style = token.attrGet('style');
      if (style !== null) token.attrs = [['class', style.replace('text-align:', 'at-')]];
      if (token.type !== 'heading_open') continue;
      const title = wordsOf(tokens[index + 1]);
      const id = slug(title);
      token.attrSet('id', id);
      headings.push({ level: Number(token.tag.slice(1)), id, title });
    }
  });
  const { rules } = markdown.renderer;
  rules.heading_close = (tokens, index) => {
    const { tag } = tokens[index];
    const id = tokens[index - 2].attrGet('id');
    const title = wordsOf(tokens[index - 1]);
    return tag === 'h1'
      ? '</h1>\n'
      : ` <a class="anchor" href="#${id}" aria-label="Link to: ${escapeHtml(title)}">#</a></${tag}>\n`;
  };
  rules.fence = (tokens, index) => renderFence(tokens[index]);
  rules.code_block = (tokens, index) => renderFence(tokens[index]);
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index].attrSet('href', link(tokens[index].attrGet('href')));
    return self.renderToken(tokens, index, options);
  };
  const image = rules.image;
  rules.image = (tokens, index, ...rest) => {
    tokens[index].attrSet('src', link(tokens[index].attrGet('src')));
    tokens[index].attrSet('loading', 'lazy');
    return image(tokens, index, ...rest);
  };
  rules.html_block = rules.html_inline = (tokens, index) =>
    tokens[index].content.replace(/ src="([^"]+)"/g, (_, src) => ` src="${link(src)}" loading="lazy"`);
  rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  const tokens = markdown.parse(text, {});
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings, sections: sectionsOf(tokens) };
}

function renderFence({ info, content }) {
  const [language = '', ...words] = info.trim().split(/\s+/);
  const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
  const verdict = words.flatMap((word) => VERDICTS[word] ?? [])[0];
  const strict = words.includes('strict') ? ', with strict' : '';
  const caption =
    file === undefined
      ? verdict === undefined
        ? ''
        : `<figcaption class="${words.find((word) => word in VERDICTS)}">${verdict}${strict}</figcaption>`
      : `<figcaption><code>${escapeHtml(file)}</code></figcaption>`;
  const label = file ?? (language === 'sh' ? 'Commands' : 'Code');
  return `<figure class="code">${caption}<pre tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${highlight(content.replace(/\n$/, ''), language)}</code></pre></figure>\n`;
}

/** The text of a page, by heading. */
function sectionsOf(tokens) {
  const sections = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open')
      sections.push({
        id: token.attrGet('id'),
        level: Number(token.tag.slice(1)),
        title: wordsOf(tokens[index + 1]),
        text: '',
      });
    else if ((token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open') || token.type === 'fence') {
      const section = sections.at(-1);
      if (section !== undefined) section.text += `${token.type === 'fence' ? token.content : wordsOf(token)}\n`;
    }
  }
  return sections;
}

function wordsOf({ children, content }) {
  if (children === null) return content;
  return children
    .map(({ type, content: word, children: inner }) =>
      inner != null ? wordsOf({ children: inner }) : type === 'softbreak' ? ' ' : type.startsWith('html') ? '' : word,
    )
    .join('');
}
