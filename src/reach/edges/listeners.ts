import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { EventName } from './event-names.ts';
import { LISTENS } from '../../catalog/streams-and-events.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { escaped } from '../../syntax/escape.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { sourcesMentioning, textsMentioning } from '../../values/near.ts';
import { eventNameOf, mayBeSame, wordIn } from './event-names.ts';

/** A listener that is added to an object. */
export interface Listener {
  readonly object: Node;
  readonly given: Node;
  readonly source: Source;
  readonly event: EventName;
}

/** An event whose name has more constants than this is not looked for under each. */
const MOST_CONSTANTS = 8;
/** More listeners than this to names that only may be the same aren't the listeners of one event. */
const MOST_PARTLY_NAMED = 8;

/** What a file with a listener contains: a word, and a text that fits. */
interface Clue {
  readonly word: string;
  readonly fits: RegExp;
}

/** The listeners of an event in the user's code, near the file that emits it. */
export function listenersOf(name: EventName, written: Node, source: Source, evaluation: Evaluation): Listener[] {
  const files = new Map<string, Source>();
  for (const { word, fits } of cluesFor(name, written, source, evaluation))
    for (const home of sourcesMentioning(word, fits, source, evaluation)) files.set(home.path, home);
  const found = [...files.values()].flatMap((home) => listenersIn(home, name, evaluation));
  const isPartly = ({ event }: Listener): boolean => name.length > 1 || event.length > 1;
  const isFew = found.filter(isPartly).length <= MOST_PARTLY_NAMED;
  return found.filter((listener) => isFew || !isPartly(listener));
}

function listenersIn(source: Source, name: EventName, evaluation: Evaluation): Listener[] {
  return outlineOf(source).calls.flatMap((call) => {
    const method = methodCall(call);
    if (method === undefined || !LISTENS.has(method.method)) return [];
    const [first, given] = method.call.arguments;
    const event = given === undefined ? undefined : eventNameOf(first, source, evaluation);
    return event === undefined || given === undefined || !mayBeSame(name, event)
      ? []
      : [{ object: method.object, given, source, event }];
  });
}

function cluesFor(name: EventName, written: Node, source: Source, evaluation: Evaluation): Clue[] {
  const word = wordIn(name);
  const node = unwrap(written);
  const text = `['"\`]${textOf(name)}['"\`]`;
  const clues = [{ word, fits: listens(text) }];
  const own = node.type === 'TemplateLiteral' ? wordIn(node.quasis.map(({ value }) => value.cooked ?? '')) : '';
  if (own !== '' && node.type === 'TemplateLiteral' && node.expressions.length > 0)
    clues.push({ word: own, fits: listens(`\`[^\`]*${escaped(own)}`) });
  for (const constant of constantsFor(name, node, text, source, evaluation))
    clues.push({ word: constant, fits: listens(`(?:[\\w$]+\\s*\\.\\s*)*${escaped(constant)}\\s*,`) });
  return clues;
}

function listens(event: string): RegExp {
  return new RegExp(`\\.(?:${[...LISTENS].join('|')})\\s*\\(\\s*${event}`);
}

function textOf(name: EventName): string {
  return name.map(escaped).join('[^\'"`\\n]*');
}

/** The names of constants that hold an event's name: `PAID` in `{ PAID: 'paid' }` and `const PAID = 'paid'`. */
function constantsFor(
  name: EventName,
  written: Node,
  text: string,
  source: Source,
  evaluation: Evaluation,
): readonly string[] {
  const names = new Set<string>();
  const own = written.type === 'MemberExpression' ? propertyName(written) : undefined;
  if (own !== undefined) names.add(own);
  if (written.type === 'Identifier') names.add(written.name);
  // Starts with what is rare in a text: starting with a name takes ten times as long.
  const holds = `[:=](?<=([\\w$]+)['"\\]]*\\s*[:=])\\s*${text}`;
  for (const other of textsMentioning(wordIn(name), new RegExp(holds), source, evaluation))
    for (const [, constant] of other.matchAll(new RegExp(holds, 'g'))) if (constant !== undefined) names.add(constant);
  return names.size > MOST_CONSTANTS ? [] : [...names];
}
