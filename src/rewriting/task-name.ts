import { basename, extname } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { NameStyle } from './name-style.ts';
import { LOG_LEVELS, RESPONSE_NAMES, UNTELLING } from '../catalog/conventions.ts';
import { chainRoot, propertyName } from '../syntax/call.ts';
import { enclosingFunction, isFunction, nameOf } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { innerCallee } from './inner-callee.ts';
import { either } from '../syntax/escape.ts';

/** A task's name: plain text, or the source text of a template literal. */
export interface TaskName {
  readonly text: string;
  readonly template: boolean;
}

const MAX_IDS = 3;
const ID = /^_?id$|[a-z\d](?:Id|ID|Uuid|UUID)$|_id$|^(?:uuid|uid|slug)$/;
/** A name on the path to a value that may be or reveal something that must not be in a log. */
const SECRET = either(
  [
    /token|secret|passw|passphrase|credential|private|authoriz|cookie|session|jwt|otp|hash|magic|invit|reset|key|code/,
    /verif|challenge|nonce|mfa|2fa|recover|share|link/,
    /pin$|e?mail|phone|address|ssn|iban|card|national|tax_?id|patient|body|payload/,
  ],
  'i',
);
/** A call that deals with credentials: an id among its arguments may be one, or lead to one. */
const SECRET_CALL = either(
  [
    /token|secret|passw|passphrase|passcode|passkey|credential|cookie|session|jwt/,
    /(?:api|private|access)_?key/,
    /(?:^|[^a-z])t?otp|t?otp(?:$|[^a-z])|2fa|mfa|magic|verification|challenge|nonce|recovery/,
    /(?:verif\w*|reset|confirm\w*|login|sign_?in|auth\w*|backup|one_?time)_?(?:code|link|id|pin)/,
  ],
  'i',
);
/** Names like those of secrets that are allowed before the id of a user or team: `req.auth.userId`. */
const AUTH = /auth(?!or)/i;
const OWN_ID = /^(?:user|team|org|organi[sz]ation|account|tenant|workspace)_?(?:id|uuid)$|^uid$/i;

/**
 * Names the task of a finding after its callee, without `this.`. If that says nothing, the name is that of the work
 * behind it, or else of the enclosing function or the route.
 */
export function nameTask(finding: Finding, source: Source, names: NameStyle): TaskName {
  const inner = readableCallee(telling(innerCallee(finding.launch)));
  // What takes a function hides what the function does: `run(command, async (line) => { await note(line); })`.
  const name =
    (isFunction(finding.launch) ? inner : undefined) ??
    readableCallee(finding.callee) ??
    inner ??
    // The launch says nothing, but what is chained onto it may: `import('./store.js').then((it) => it.empty())`.
    readableCallee(telling(innerCallee(finding.node))) ??
    enclosingName(finding, source);
  const isOfSecret = [name, finding.callee].some((text) => SECRET_CALL.test(text));
  const ids = names === 'ids' && !isOfSecret ? idsOf(finding.launch, source) : [];
  if (ids.length === 0) return { text: name, template: false };
  const escaped = name.replace(/[\\`]|\$\{/g, '\\$&');
  return { text: `\`${escaped}${ids.map((id) => `:\${${id}}`).join('')}\``, template: true };
}

/**
 * `db(…).insert` becomes `db.insert`. Undefined for callees that say nothing: an async function called in place, `new
 * Promise`, `(…)`.
 */
function readableCallee(callee = ''): string | undefined {
  const name = callee
    .replace(/^(?:this|super)\./, '')
    // `Mailer.getInstance().send`, `users.promises.load`: the way to an object says nothing.
    .replace(/\.(?:(?:getInstance|instance|get)\(…\)|promises)(?=\.)/g, '')
    // `User.updateOne(…).exec`, `load.bind(…)`: what is done is named before.
    .replace(/(?:(?<=\(…\))\.exec|\.bind\(…\))$/, '')
    .replace(/\(…\)|\[…\]|`…`/g, '')
    .replaceAll('#', '')
    .replace(/(^|\.)_+\B/g, '$1');
  // A default export goes by the name of its module.
  const plain = (name.startsWith('new ') ? name.slice('new '.length) : name).replace(/(?<=.)\.default$/, '');
  const telling = plain !== '' && !plain.startsWith('.') && !/\s/.test(plain) && !UNTELLING.test(plain);
  return telling ? withoutWay(plain) : undefined;
}

/** Undefined for `console.log` and `res.json`, which say nothing about the work before them. */
function telling(callee: string | undefined): string | undefined {
  const steps = callee?.split('.') ?? [];
  const [root = '', method = ''] = [steps[0], steps.at(-1)];
  return LOG_LEVELS.has(method) || method === 'error' || RESPONSE_NAMES.test(root) ? undefined : callee;
}

/** In a longer name, the path to the function hides more than it says. */
const LONG = 32;

/** `context.services.torrentService.fetchList` becomes `torrentService.fetchList`. */
function withoutWay(path: string): string {
  const steps = path.split('.');
  while (steps.length > 2 && steps.join('.').length > LONG) steps.shift();
  return steps.join('.');
}

/** A named function inside the one that is reached, else that function, else the route. */
function enclosingName({ launch, origin }: Finding, { path }: Source): string {
  for (let fn = enclosingFunction(launch); fn !== undefined; fn = enclosingFunction(fn)) {
    const name = nameOf(fn);
    if (name !== undefined && !UNTELLING.test(name) && enclosingFunction(fn) !== undefined) return name;
  }
  const name = origin.chain.at(-1) ?? origin.handler.route;
  // A default export goes by the name of its module, and so does `{ fn: async () => … }`.
  return UNTELLING.test(name) ? basename(path, extname(path)) : name;
}

/** The arguments of the launch that identify what it works on and that run no code: `orgId`, `run.id`. */
function idsOf(launch: Node, source: Source): string[] {
  const call = chainRoot(launch);
  if (call.type !== 'CallExpression') return [];
  const ids = call.arguments.flatMap((argument) => {
    const path = pathOf(argument);
    const last = path?.at(-1);
    if (path === undefined || last === undefined || !ID.test(last) || isPrivate(path, last)) return [];
    return [source.text.slice(...unwrap(argument).range)];
  });
  // An id that may be missing is left out if another is certain.
  const sure = ids.filter((id) => !id.includes('?.'));
  return [...new Set(sure.length > 0 ? sure : ids)].slice(0, MAX_IDS);
}

function isPrivate(path: readonly string[], last: string): boolean {
  return path.some((step) => SECRET.test(step) || (AUTH.test(step) && !OWN_ID.test(last)));
}

/** The names in a path such as `run.id`; undefined for anything that would run code. */
function pathOf(expression: Node): string[] | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = pathOf(node.object);
  const name = propertyName(node);
  return object === undefined || name === undefined ? undefined : [...object, name];
}
