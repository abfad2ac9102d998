import type { RemedyName } from '../../findings/forms.ts';
import type { HandlerEvidence } from '../../handlers/handler.ts';
import type { Step } from '../../promises/launch.ts';
import type { EdgeKind } from '../../reach/index.ts';

/** What a rewrite does, worded to follow "was" or "would be". */
export const REMEDY_WORDS: Readonly<Record<RemedyName, string>> = {
  'fire-task': 'passed to `fireTask`, which holds, names and drains it',
  await: 'awaited',
  return: 'returned to the caller',
};

/** What identified the route's function as a handler, worded to follow "known by". */
export const HANDLER_WORDS: Readonly<Record<HandlerEvidence, string>> = {
  registration: 'the call that registers it',
  file: 'the location of its file',
  directive: 'its directive',
  object: 'the object that holds it',
  class: 'its class',
  type: 'its type',
  shape: 'the route beside it',
  parameters: 'the names of its parameters',
  reach: 'nothing: every function counts',
};

/** How we know that a call launches, worded to follow "known from". */
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  type: 'its type',
  syntax: 'the code itself',
  file: 'its declaration in this file',
  import: 'its declaration in another file',
  catalog: 'the catalog',
  typings: "the package's typings",
  name: 'the name of the method',
};

/** How we know that one function runs another. */
export const EDGE_WORDS: Readonly<Record<EdgeKind, string>> = {
  called: 'called',
  'one-of': 'called on an instance of one of several classes',
  'handed-over': 'passed as an argument',
  decorated: "called on the framework's object that it was added to",
  constructed: 'constructed',
  overridden: 'called through its interface or base class',
  'given-back': 'passed on by the value that the previous call returns',
  wrapped: 'called through its wrapper',
  stored: 'called from where it is stored',
  emitted: 'listens to the event that is emitted',
  listening: 'registered as a listener',
  loaded: 'called in a module of a folder that is loaded as a whole',
  'by-name': 'called by name alone, on an object of unknown type',
};
