// How the pages read: words, sentences that are too long, how many are in the passive voice, and words that only this
// project uses (private-words.json, each with the usual one). `npm run docs:words`; exit code 1 when a page has long
// sentences or private words.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LONGEST = 30;
const PRIVATE = Object.entries(JSON.parse(readFileSync(new URL('private-words.json', import.meta.url), 'utf8')));
const PASSIVE =
  /\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|never|only|also|then|still|already|\w+ly)\s+)?(?:\w+ed|built|caught|cut|done|found|given|held|hidden|known|left|lost|made|put|read|run|seen|sent|set|shown|taken|told|thrown|written)\b/i;

/** Paragraphs, list items, headings and cells of tables, without code. */
function passagesOf(markdown) {
  return markdown
    .replaceAll(/<!--[\s\S]*?-->/g, '\n\n')
    .replaceAll(/^(\s*)(`{3,}|~{3,})[\s\S]*?^\1\2\s*$/gm, '\n\n')
    .replaceAll(/(`+)[^`\n]+?\1(?!`)/g, 'code')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.|\||#))|\|/)
    .map((passage) =>
      passage
        .replaceAll(/\s+/g, ' ')
        .replace(/^(?:[-*+#>]+|\d+\.) /, '')
        .trim(),
    )
    .filter((passage) => /\w/.test(passage));
}

const wordsOf = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** What can be said of a page's words. */
export function judge(markdown) {
  const passages = passagesOf(markdown);
  const sentences = passages.flatMap((passage) => passage.split(/(?<=[.!?]["”)*_]*)\s+(?=["“(*_]*[A-Z0-9`]|code\b)/));
  const full = sentences.filter((sentence) => /[.!?:]["”)*_]*$/.test(sentence));
  return {
    words: wordsOf(passages.join(' ')).length,
    long: sentences.filter((sentence) => wordsOf(sentence).length > LONGEST),
    passive: full.length === 0 ? 0 : full.filter((sentence) => PASSIVE.test(sentence)).length / full.length,
    private: PRIVATE.flatMap(([pattern, instead]) =>
      passages.flatMap((passage) =>
        [...passage.matchAll(new RegExp(pattern, 'gi'))].map(({ 0: found, index }) => ({
          found,
          instead,
          near: passage.slice(Math.max(0, index - 30), index + 50),
        })),
      ),
    ),
  };
}

/** Each page of the documentation, by its path from the root. */
export function judgePages() {
  const pages = globSync(['README.md', 'docs/**/*.md'], { cwd: ROOT }).sort();
  return pages.map((page) => ({ page, ...judge(readFileSync(`${ROOT}${page}`, 'utf8')) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = judgePages();
  console.log('words  over 30  passive  private  page');
  for (const { page, words, long, passive, private: own } of pages)
    console.log(
      [
        `${words}`.padStart(5),
        `${long.length}`.padStart(7),
        `${Math.round(passive * 100)} %`.padStart(7),
        `${own.length}`.padStart(7),
        page,
      ].join('  '),
    );
  for (const { page, long, private: own } of pages) {
    for (const sentence of long) console.log(`\n${page}: over ${LONGEST} words: ${sentence}`);
    for (const { found, instead, near } of own) console.log(`\n${page}: "${found}", usually "${instead}": … ${near} …`);
  }
  if (pages.some(({ long, private: own }) => long.length + own.length > 0)) process.exitCode = 1;
}
