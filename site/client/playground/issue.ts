/** Longer addresses are refused by servers. */
const LONGEST_ADDRESS = 7_500;

/** What an issue is filled in with. */
export interface Reported {
  /** The address of this page with the visitor's work. */
  readonly link: string;
  /** The file in the editor. */
  readonly path: string;
  readonly text: string;
  /** What `fire-task explain` prints about the line with the cursor; empty if it has no call. */
  readonly explained: string;
  /** The rule's options, as JSON. */
  readonly options: string;
}

/** The address of a new issue in the repository. The last parts are left out if it would be too long. */
export function issueAddress(repository: string, { link, path, text, explained, options }: Reported): string {
  const parts = [
    '<!-- What should be reported, and what should not? -->',
    explained === '' ? undefined : `What \`fire-task explain\` says:\n\n${fenced('', explained)}`,
    options.trim() === '{}' ? undefined : `Options:\n\n${fenced('json', options)}`,
    `[In the playground](${link})`,
    `\`${path}\`:\n\n${fenced(path.replace(/.*\./, ''), text)}`,
  ].filter((part) => part !== undefined);
  for (let count = parts.length; ; count -= 1) {
    const body = encodeURIComponent(parts.slice(0, count).join('\n\n'));
    const address = `${repository}/issues/new?body=${body}`;
    if (address.length <= LONGEST_ADDRESS || count === 1) return address;
  }
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
