import * as v from '../taken-in/valibot.ts';
import { HANDLER_KINDS } from './entry.ts';
import { compilePattern } from './pattern.ts';

/**
 * The catalog's schema as data: what `entry.ts` says in types and words, for checking entries that users write. Most
 * configurations have no settings, and never ask.
 */
export function createSchemas() {
  const texts = v.array(v.string());
  const kind = v.picklist(HANDLER_KINDS);

  /** A pattern, checked by the reader that the engine uses. */
  const pattern = v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        compilePattern(dataset.value);
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
  const patterns = v.array(pattern);

  /** A regular expression; JSON configurations write its source as text. */
  const regularExpression = v.union([
    v.instance(RegExp),
    v.pipe(
      v.string(),
      v.transform((source) => new RegExp(source)),
    ),
  ]);

  const gives = v.record(v.string(), v.string());
  const position = v.union([
    v.number(),
    v.picklist(['last', 'all', 'rest']),
    v.strictObject({ option: v.string(), argument: v.exactOptional(v.number()) }),
    v.strictObject({ action: v.number() }),
  ]);

  const receiver = v.strictObject({
    values: v.exactOptional(patterns),
    from: v.exactOptional(v.strictObject({ receiver: v.string(), method: v.string() })),
    chains: v.exactOptional(v.boolean()),
    through: v.exactOptional(texts),
  });

  const registration = v.strictObject({
    on: v.exactOptional(v.string()),
    methods: v.exactOptional(texts),
    calls: v.exactOptional(patterns),
    handlers: v.array(position),
    kind: v.exactOptional(kind),
    label: v.string(),
    events: v.exactOptional(texts),
    minimumArguments: v.exactOptional(v.number()),
    autoImported: v.exactOptional(v.boolean()),
    gives: v.exactOptional(gives),
    givesUnder: v.exactOptional(v.record(v.string(), gives)),
    plugin: v.exactOptional(v.boolean()),
  });

  const file = v.strictObject({
    path: regularExpression,
    omit: v.exactOptional(regularExpression),
    exports: texts,
    keys: v.exactOptional(texts),
    properties: v.exactOptional(texts),
    factory: v.exactOptional(v.boolean()),
    listedIn: v.exactOptional(v.string()),
    unless: v.exactOptional(v.string()),
    kind: v.exactOptional(kind),
    label: v.string(),
  });

  const object = v.strictObject({
    types: v.exactOptional(patterns),
    typeNames: v.exactOptional(texts),
    variables: v.exactOptional(texts),
    handlers: texts,
    parameters: v.exactOptional(v.record(v.string(), v.number())),
    kind: v.exactOptional(kind),
    label: v.string(),
  });

  const classForm = v.strictObject({
    implements: v.exactOptional(patterns),
    extends: v.exactOptional(patterns),
    decorated: v.exactOptional(patterns),
    methods: texts,
    kind: v.exactOptional(kind),
    label: v.string(),
  });

  const answers = v.strictObject({
    parameters: v.array(v.number()),
    withError: v.exactOptional(v.array(v.number())),
    ends: texts,
    serialises: v.exactOptional(texts),
    assigns: v.exactOptional(texts),
  });

  const sink = v.strictObject({
    values: v.exactOptional(patterns),
    method: v.exactOptional(v.string()),
    notOn: v.exactOptional(texts),
    accepts: v.picklist(['promise', 'function', 'both']),
    verdict: v.picklist(['own', 'keep', 'process']),
  });

  const entry = v.strictObject({
    name: v.string(),
    docs: v.string(),
    packages: texts,
    versions: v.exactOptional(v.string()),
    runtime: v.exactOptional(v.picklist(['frozen', 'cancelled'])),
    flavour: v.exactOptional(v.picklist(['vercel', 'cloudflare', 'netlify', 'supabase', 'lambda'])),
    scopes: v.exactOptional(
      v.array(
        v.strictObject({
          calls: v.exactOptional(patterns),
          method: v.exactOptional(v.string()),
          parameter: v.exactOptional(v.number()),
        }),
      ),
    ),
    leases: v.exactOptional(v.array(v.strictObject({ calls: patterns, release: v.string() }))),
    starts: v.exactOptional(
      v.array(
        v.strictObject({
          calls: patterns,
          closable: v.picklist(['result', 'receiver']),
          promised: v.exactOptional(v.boolean()),
        }),
      ),
    ),
    shutdowns: v.exactOptional(patterns),
    receivers: v.exactOptional(v.record(v.string(), receiver)),
    registrations: v.exactOptional(v.array(registration)),
    files: v.exactOptional(v.array(file)),
    aliases: v.exactOptional(v.record(v.string(), texts)),
    directives: v.exactOptional(
      v.array(v.strictObject({ text: v.string(), label: v.string(), kind: v.exactOptional(kind) })),
    ),
    objects: v.exactOptional(v.array(object)),
    decorations: v.exactOptional(
      v.array(
        v.strictObject({
          on: v.exactOptional(v.string()),
          methods: v.exactOptional(texts),
          property: v.exactOptional(v.string()),
        }),
      ),
    ),
    decorators: v.exactOptional(
      v.array(
        v.strictObject({
          names: patterns,
          on: v.exactOptional(pattern),
          kind: v.exactOptional(kind),
          label: v.string(),
        }),
      ),
    ),
    classes: v.exactOptional(v.array(classForm)),
    plugins: v.exactOptional(
      v.strictObject({ types: v.exactOptional(patterns), shapes: v.exactOptional(v.array(texts)), gives: gives }),
    ),
    receiverNames: v.exactOptional(texts),
    types: v.exactOptional(
      v.strictObject({
        handlers: v.exactOptional(patterns),
        parameters: v.exactOptional(patterns),
        kind: v.exactOptional(kind),
      }),
    ),
    shapes: v.exactOptional(v.array(texts)),
    answers: v.exactOptional(answers),
    returned: v.exactOptional(v.picklist(['awaited', 'caught', 'ignored'])),
    continuation: v.exactOptional(v.union([v.number(), v.string()])),
    sinks: v.exactOptional(v.array(sink)),
    drops: v.exactOptional(
      v.array(
        v.strictObject({
          values: v.exactOptional(patterns),
          method: v.exactOptional(v.string()),
          callback: v.number(),
        }),
      ),
    ),
    launches: v.exactOptional(patterns),
    lazy: v.exactOptional(patterns),
    lazyTypes: v.exactOptional(patterns),
    enqueues: v.exactOptional(patterns),
    thenables: v.exactOptional(patterns),
    lookalikes: v.exactOptional(patterns),
  });

  return {
    entry,
    /** The value of `settings['fire-task']`. */
    settings: v.strictObject({
      frameworks: v.optional(
        v.array(
          v.strictObject({
            ...entry.entries,
            docs: v.optional(v.string(), ''),
            packages: v.optional(v.array(v.string()), []),
          }),
        ),
        [],
      ),
      sinks: v.optional(v.array(sink), []),
      launchers: v.optional(patterns, []),
    }),
    safeParse: v.safeParse,
  };
}
