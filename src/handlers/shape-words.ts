import type { Registration } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import { ROLES, ROLE_TYPES, VERBS, VERB_DECORATORS } from '../catalog/roles.ts';
import { anyOf, escaped } from '../syntax/escape.ts';

/** Text that registrations of some packages contain, for receivers from the user's own files. */
export interface PackageWords {
  readonly packages: readonly string[];
  readonly words: RegExp;
}

const any = (words: Iterable<string>): string => `(?:${[...words].join('|')})`;
const NAMES = any(Object.values(ROLES).flat());
const FUNCTION = String.raw`(?:async\b|function\b|\([^()]*\)\s*(?::[^=]{1,80})?=>|[\w$]+\s*=>)`;
const ARGUMENTS_OF_TYPE = String.raw`(?:<[^;]{0,200}?>)?`;

const DECORATOR = String.raw`@[\w$.]+\((?:[^()]|\([^()]*\))*\)`;
const MODIFIERS = '(?:public|private|protected|static|override|async)';

/** Text of a decorated method, in source and in compiled code. */
export const DECORATED_METHOD = new RegExp(String.raw`${DECORATOR}\s*(?:${MODIFIERS}\s+)*[\w$]+\s*[(<]|\b__decorate\(`);

/** Parameters by their roles. */
const PARAMETERS = new RegExp(String.raw`[(,]\s*_?${NAMES}\s*[,):?=]|\b_?${NAMES}\s*=>`);
/** Other texts of files with handlers by shape, in packages that serve requests. */
const SHAPE_WORDS: readonly RegExp[] = [
  // Parameters by their types.
  new RegExp(String.raw`[:|&<]\s*[\w.]*${any(ROLE_TYPES)}\b`),
  // Routes.
  new RegExp(String.raw`\.${any(VERBS)}\s*${ARGUMENTS_OF_TYPE}\(\s*(?:['"\x60/[]|[\w$.]+\s*\+)`),
  new RegExp(String.raw`\(\s*['"]${any(VERBS)}['"]\s*,`, 'i'),
  new RegExp(String.raw`\b${any(VERB_DECORATORS)}\)?\s*\(`),
  /@(?:http[A-Z][a-z]+\s*\(|[a-z]+\s*\(\s*['"`]\/)/,
  /@(?:get|post|put|patch|del|head)\s*\(\s*[\w$.]+\s*[,)]/,
  // Listeners.
  /\.(?:on|once|addListener|addEventListener)\s*\(\s*['"`]/,
  // Methods that decorators register.
  DECORATED_METHOD,
  // Timers at the top level.
  /^[ \t]{0,4}(?:(?:export\s+)?(?:const|let|var)\s+\w+\s*=\s*|[\w.]+\s*=\s*)?set(?:Interval|Timeout|Immediate)\s*\(/m,
];

/** Whether the text of a file looks like one with handlers by shape. */
export function readsLikeHandlers(text: string, path: string): boolean {
  if (!isOfComponents(path) && PARAMETERS.test(text)) return true;
  if (SHAPE_WORDS.some((words) => words.test(text))) return true;
  // Rows of tables.
  return /\bhandlers?\b/.test(text) && /\bmethods?\b/.test(text);
}

/**
 * Whether a file probably holds components. Their functions take events and contexts of browsers, so the names of
 * parameters say nothing there.
 */
export function isOfComponents(path: string): boolean {
  return path.endsWith('x');
}

/** For each entry with class methods as handlers, text of such a class, whose base class may be the user's own. */
export function classWords({ entries }: Catalog): PackageWords[] {
  return entries.flatMap(({ packages, classes = [] }) => {
    const methods = classes.flatMap((form) => (form.decorated === undefined ? form.methods : []));
    const words = anyOf(
      [...new Set(methods)].map((name) =>
        name === '*' ? String.raw`extends\s` : String.raw`${escaped(name)}\s*[(<=]`,
      ),
      (one) => String.raw`(?<![\w$.])${one}`,
    );
    return words === undefined || packages.length === 0 ? [] : [{ packages, words }];
  });
}

/**
 * For each entry with registering methods, the text of calls without a literal path before the function:
 * `authed.mutation(async () => …)`, `app.get(PATHS.orders, list)`.
 */
export function packageWords({ entries }: Catalog): PackageWords[] {
  return entries.flatMap(({ packages, registrations = [], receivers = {} }) => {
    const listed = methodsOf(registrations, ({ minimumArguments = 1 }) => minimumArguments > 1);
    const direct = methodsOf(registrations, ({ minimumArguments = 1 }) => minimumArguments < 2);
    const steps = Object.values(receivers).flatMap(({ from }) => (from === undefined ? [] : [escaped(from.method)]));
    const words = anyOf(
      [
        ...some(listed, (methods) => String.raw`${methods}\s*${ARGUMENTS_OF_TYPE}\(\s*[\w$.]+\s*,`),
        ...some(steps, (methods) => String.raw`${methods}\s*\(\s*['"\x60]`),
        ...some(
          direct.filter((method) => !VERBS.has(method)),
          (methods) => String.raw`${methods}\s*\(\s*[\w$({[]`,
        ),
        ...some(
          direct.filter((method) => VERBS.has(method)),
          (methods) => String.raw`${methods}\s*\(\s*${FUNCTION}`,
        ),
      ],
      (one) => String.raw`\.\s*${one}`,
    );
    return words === undefined || packages.length === 0 ? [] : [{ packages, words }];
  });
}

function some(methods: readonly string[], words: (methods: string) => string): string[] {
  return methods.length === 0 ? [] : [words(any(methods))];
}

function methodsOf(registrations: readonly Registration[], which: (row: Registration) => boolean): string[] {
  return [...new Set(registrations.filter(which).flatMap(({ methods = [] }) => methods))].map(escaped);
}
