import type { FormName } from './forms.ts';
import { FORM_NAMES, FORMS } from './forms.ts';
import { HANDLER_KINDS } from '../catalog/entry.ts';
import { REACHES } from '../handlers/reaches.ts';

const STRICT_FORMS = FORM_NAMES.filter((form) => FORMS[form].reported === 'strict');

/** The rule's options. This one description validates them, defines their type, and is shown on the rule's page. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    reach: {
      description:
        'How far from a handler to look: only its own code, functions of the same file that it calls, functions ' +
        'of the whole package, or every function.',
      enum: [...REACHES],
    },
    kinds: {
      description: 'Kinds of handlers that count; timers only with strict, or when they are named here.',
      type: 'array',
      items: { enum: [...HANDLER_KINDS] },
      minItems: 1,
      uniqueItems: true,
    },
    forms: {
      description: `Forms to report; each can be switched off. Off unless strict is on: ${STRICT_FORMS.join(', ')}.`,
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(FORM_NAMES.map((form) => [form, { type: 'boolean' }])) as Record<
        FormName,
        { readonly type: 'boolean' }
      >,
    },
    strict: {
      description:
        'Also report chains that answer the request but have no failure path, what only a lifecycle hook calls, ' +
        'and promises that are owned on some paths only.',
      type: 'boolean',
    },
    evidence: {
      description:
        'How well it must be known that a handler runs the code: sure leaves out what is reached by a name or a ' +
        'shape alone.',
      enum: ['sure', 'likely'],
    },
    tests: {
      description: 'Also look at test files.',
      type: 'boolean',
    },
    sinks: {
      description: 'Calls that own the promise or function they are given, as patterns of the catalog.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    tracker: {
      description:
        "What tracks in place of the helper's fireTask: its name, and the package or file it is imported from.",
      type: 'object',
      additionalProperties: false,
      properties: { name: { type: 'string' }, module: { type: 'string' } },
    },
    typed: {
      description: 'Refuse to lint a file without type information.',
      type: 'boolean',
    },
    allow: {
      description: 'Calls whose work needs no owner.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'name'],
        properties: {
          from: { enum: ['package', 'file', 'lib'] },
          // `send`, or with the class or object before it: `Mailer.send`.
          name: {
            anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true }],
          },
          // For `from: 'package'`.
          package: { type: 'string' },
          // The end of the file's path, for `from: 'file'`; any file when left out.
          path: { type: 'string' },
        },
      },
    },
  },
} as const;
