// Why we differ from a suite, by design. The first that applies counts.

/** @type {readonly { id: string, reason: string, applies: (difference: object) => boolean }[]} */
export const REASONS = [
  {
    id: 'silenced is not owned',
    reason:
      '`void` and a rejection handler silence a report there; here they own nothing (POLICY, forms `voided` and `caught`).',
    applies: ({ kind, finding }) => kind === 'extra' && (finding.form === 'voided' || finding.form === 'caught'),
  },
  {
    id: 'options',
    reason: 'the case is about an option of that rule',
    applies: ({ example }) => example.options !== '',
  },
  {
    id: 'needs types',
    reason: 'only types tell that it is a promise; with them it is reported',
    applies: ({ kind, types, line, other }) =>
      kind === 'missing' &&
      types === 'without types' &&
      other.some((finding) => line === undefined || finding.line === line),
  },
  {
    id: 'settled',
    reason: '`Promise.resolve(x)` and `Promise.reject(x)` by themselves start no work',
    applies: ({ kind, line, example }) =>
      kind === 'missing' &&
      line !== undefined &&
      /(?:^\s*|[(,?:&|[]\s*|\bvoid )Promise\.(?:resolve|reject)\([^()]*(?:\([^()]*\)[^()]*)*\)(?!\s*\.)/m.test(
        statementAt(example, line),
      ),
  },
  {
    id: 'no launch',
    reason:
      'a name of a promise that somebody else started is no launch, nor is a chain on it: it is judged where it was launched',
    applies: ({ kind, line, example }) =>
      kind === 'missing' &&
      line !== undefined &&
      [
        /^\s*(?:void |await )?[\w$]+(?:\(\))?(?:(?:\?\.|\.)[\w$]+|(?:\?\.)?\[[^\]]*\])*(?<!\))(?:;|\s*\??\.(?:then|catch|finally)\(|$)/,
        /^\s*(?:\(\{\}\)|\w+) as Promise/,
      ].some((name) => name.test(textAt(example, line))),
  },
  {
    id: 'thenables',
    reason: 'a thenable counts as what typescript-eslint counts with `checkThenables`: whoever drops it drops work',
    applies: ({ kind, finding, example, line }) =>
      kind === 'extra' && /PromiseLike|Thenable/.test(finding.evidence.why + textAt(example, line)),
  },
  {
    id: 'unread',
    reason: 'a variable that nothing reads owns nothing (POLICY, form `unread`)',
    applies: ({ kind, finding }) => kind === 'extra' && finding.form === 'unread',
  },
  {
    id: 'handed on',
    reason: 'the promise is handed to a call; that call is what is reported',
    applies: ({ suite, example, line }) =>
      suite.startsWith('playwright') &&
      /(?:const|let) (\w+) = page\.waitFor/.test(example.code) &&
      (textAt(example, line).includes('page.waitFor') || textAt(example, line).includes('.resolves')),
  },
  {
    id: 'arrays',
    reason: 'an array of promises that a function gives is not looked into; what `map` makes is (form `mapped`)',
    applies: ({ kind, example, line }) =>
      kind === 'missing' &&
      /\[Promise<|Array<Promise|Promise<[^>]*>\[\]/.test(example.code) &&
      !/^\s*\w+;/.test(textAt(example, line)),
  },
  {
    id: 'partial',
    reason:
      'one path owns it, another drops it (form `partial`, in `strict`); the suite looks at whether any path does',
    applies: ({ kind, finding }) => kind === 'extra' && finding.form === 'partial',
  },
  {
    id: 'yielded',
    reason: 'what is yielded is owned by whoever iterates',
    applies: ({ kind, example }) => kind === 'missing' && /\byield\*? \w+;/.test(example.code),
  },
  {
    id: 'side branch',
    reason: 'a chain beside a promise that is returned or awaited is a side branch',
    applies: ({ kind, example }) =>
      kind === 'missing' &&
      /^\s*(\w+)\.then\(/m.test(example.code) &&
      /\breturn (\w+);/.test(example.code) &&
      /^\s*(\w+)\.then\(/m.exec(example.code)[1] === /\breturn (\w+);/.exec(example.code)[1],
  },
  {
    id: 'passed on',
    reason: 'given to another function or taken apart by a pattern, it is somebody else\'s (POLICY, "Not findings")',
    applies: ({ suite, kind, example, line }) =>
      suite.startsWith('jest') &&
      kind === 'missing' &&
      (/^\s*\[/.test(textAt(example, line)) || /^\s*(?:log|expect)\(promise\)/m.test(example.code)),
  },
  {
    id: 'dead branch',
    reason: 'that a branch is never taken is not looked into',
    applies: ({ kind, example, line }) => kind === 'extra' && /\w\+\+ \?\?/.test(textAt(example, line)),
  },
  {
    id: 'the page',
    reason: 'the mapping knows the name `page` alone, not `this.page`',
    applies: ({ suite, kind, example }) =>
      suite.startsWith('playwright') && kind === 'missing' && example.code.includes('this.page.'),
  },
  {
    id: 'assertions',
    reason: 'that rule looks only at assertions, and only inside a test',
    applies: ({ suite, kind, finding, example, line }) =>
      kind === 'extra' &&
      suite.startsWith('jest') &&
      (!finding.text.includes('expect(') ||
        example.lines?.length === 0 ||
        !/\b(?:it|test)(?:\.\w+)*\(/.test(example.code.split('\n').slice(0, line).join('\n'))),
  },
  {
    id: 'matchers',
    reason: 'the mapping takes each matcher for asynchronous; that rule knows which are',
    applies: ({ suite, kind, finding }) =>
      suite.startsWith('playwright') && kind === 'extra' && finding.evidence.why === 'known from settings',
  },
  {
    id: 'type errors',
    reason: 'the code does not type-check; TypeScript, too, takes the first overload then',
    applies: ({ example }) => example.name.startsWith('overloadNoMatch'),
  },
];

function textAt({ code }, line) {
  return line === undefined ? code : (code.split('\n')[line - 1] ?? '');
}

/** From a line to the end of the statement that begins on it. */
function statementAt({ code }, line) {
  const lines = code.split('\n').slice(line - 1);
  const end = lines.findIndex((text) => text.trimEnd().endsWith(';'));
  return lines.slice(0, end === -1 ? 1 : end + 1).join('\n');
}

/** @returns {{ id: string, reason: string } | undefined} */
export function reasonFor(difference) {
  return REASONS.find(({ applies }) => applies(difference));
}
