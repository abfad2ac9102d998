/** What can be done about a finding. */
export type RemedyName = 'await' | 'return' | 'fire-task';

/** A shape of loss (POLICY, "Forms"). Its row below has everything that the rest of the program needs. */
export interface Form {
  /**
   * The rule's message. `{{callee}}` is what the finding is about (`subject`), `{{where}}` who runs it, `{{fate}}` what
   * becomes of it, `{{tracker}}` what can track it, `{{note}}` an extra sentence for this site (notes.ts). For a value,
   * `{{gives}}` is what is there in its place and `{{cure}}` what to do (values.ts).
   */
  readonly message: string;
  /** How the launch was written, for readers of a report who don't know the names of the forms. */
  readonly words: string;
  /** Whether it is reported by default: always, or only with the option `strict`. The option `forms` overrides this. */
  readonly reported: 'always' | 'strict';
  /** Possible remedies, best first. Which of them apply depends on the site (remedies.ts). */
  readonly remedies: readonly RemedyName[];
  /**
   * What a task is made from: the dropped expression, the value put into a variable or collection, or the work of a
   * callback. `never` if a task wouldn't help.
   */
  readonly task: 'expression' | 'variable' | 'callback' | 'never';
  /** What readers should know about a task made from it. */
  readonly taskNote?: string;
  /**
   * What happens to a rejection: it can end the process, the code handles it, or the message is about something other
   * than the work that continues.
   */
  readonly rejection: 'unhandled' | 'handled' | 'beside the point';
  /**
   * What the message names: the launch, the call that creates an array of promises, or the call that drops the promise
   * of a callback.
   */
  readonly subject: 'launch' | 'array' | 'dropping call';
  /** Whether there is no loss if a continuation of the promise answers the request, which then ends with the work. */
  readonly mayAnswer: boolean;
}

/** What most forms share: one promise whose work continues, and which a task can hold. */
const WORK = {
  reported: 'always',
  remedies: ['fire-task', 'await', 'return'],
  task: 'expression',
  rejection: 'unhandled',
  subject: 'launch',
  mayAnswer: true,
} as const satisfies Partial<Form>;

const ROWS = {
  floating: {
    ...WORK,
    message:
      '`{{callee}}(…)` is launched by {{where}} but never awaited, returned or tracked: {{fate}}.{{note}} ' +
      'Await it, return it, or pass it to `{{tracker}}`.',
    words: 'called, and its promise dropped',
  },
  voided: {
    ...WORK,
    message:
      '`void` hides the promise of `{{callee}}(…)`, launched by {{where}}, but does not track it: ' +
      '{{fate}}.{{note}} Await it, or pass it to `{{tracker}}`.',
    words: 'called, and its promise discarded with `void`',
  },
  caught: {
    ...WORK,
    message:
      'The rejection of `{{callee}}(…)`, launched by {{where}}, is handled, but nothing waits for the work: ' +
      '{{fate}}.{{note}} Await it, or pass the chain to `{{tracker}}`.',
    words: 'errors handled, but nothing waits for the work',
    rejection: 'handled',
  },
  chained: {
    ...WORK,
    message:
      'The chain on `{{callee}}(…)` is launched by {{where}} but never awaited, returned or tracked: ' +
      '{{fate}}.{{note}} Await it, return it, or pass it to `{{tracker}}`.',
    words: 'a promise chain that is never awaited',
  },
  unread: {
    ...WORK,
    message:
      'The promise of `{{callee}}(…)`, launched by {{where}}, is stored but never read: {{fate}}.{{note}} ' +
      'Await it, or pass it to `{{tracker}}`.',
    words: 'stored in a variable that is never read',
    remedies: ['fire-task'],
    task: 'variable',
  },
  iife: {
    ...WORK,
    message:
      'The async function called in place is launched by {{where}} but never awaited, returned or tracked: ' +
      '{{fate}}.{{note}} Await it, or pass the function to `{{tracker}}`.',
    words: 'an async function called in place',
  },
  combined: {
    ...WORK,
    message:
      '`{{callee}}(…)` is launched by {{where}} but never awaited, returned or tracked: {{fate}}.{{note}} ' +
      'Await it, return it, or pass it to `{{tracker}}`.',
    words: 'several promises combined, and the result dropped',
  },
  mapped: {
    ...WORK,
    message:
      '`{{callee}}(…)` in {{where}} creates an array of promises that is never awaited: {{fate}}.{{note}} Await ' +
      '`Promise.all(…)` of it, or pass that to `{{tracker}}`.',
    words: 'an array of promises that is never awaited',
    subject: 'array',
    mayAnswer: false,
  },
  callback: {
    ...WORK,
    message:
      '`{{callee}}(…)` in {{where}} drops the promise of its callback: {{fate}}.{{note}} Pass the work to ' +
      '`{{tracker}}` inside it.',
    words: 'an async callback whose caller drops its promise',
    remedies: ['fire-task'],
    task: 'callback',
    subject: 'dropping call',
  },
  lazy: {
    ...WORK,
    message:
      '`{{callee}}(…)` in {{where}} is never sent: a lazy query starts only when it is ' +
      'awaited.{{note}} Await it, or pass it to `{{tracker}}`.',
    words: 'a query that is never awaited, so it is never sent',
    remedies: ['await', 'fire-task', 'return'],
    taskNote: 'The query was never sent; now it is.',
  },
  answered: {
    ...WORK,
    message: '`{{callee}}(…)` in {{where}} {{gives}}: {{fate}}.{{note}} {{cure}}.',
    words: 'a promise used instead of its result',
    remedies: ['await'],
    task: 'never',
    rejection: 'beside the point',
    mayAnswer: false,
  },
  middleware: {
    ...WORK,
    message:
      '`{{callee}}()` in {{where}} starts everything downstream, but its promise is dropped: the response is ' +
      'sent before that is done.{{note}} Await it, or return it.',
    words: 'the next middleware called without `await`',
    remedies: ['await', 'return'],
    task: 'never',
    rejection: 'beside the point',
    mayAnswer: false,
  },
  raced: {
    ...WORK,
    message:
      '`{{callee}}(…)` in {{where}} continues after another promise wins the race, and nothing waits for it: ' +
      '{{fate}}.{{note}} Give it a signal that stops it, or keep the promise and await it.',
    words: 'the loser of a race, which keeps running',
    reported: 'strict',
    // A person must decide what to do with the loser.
    remedies: [],
    task: 'never',
    // `race` handles the rejections of the losers.
    rejection: 'handled',
    mayAnswer: false,
  },
  partial: {
    ...WORK,
    message:
      '`{{callee}}(…)` is launched by {{where}} but awaited or tracked on some paths only: {{fate}}.{{note}} ' +
      'Launch it after the checks, or await it on each path.',
    words: 'awaited on some paths only',
    reported: 'strict',
    // The launch may have to move, which a person must decide.
    remedies: [],
    task: 'never',
  },
} satisfies Record<string, Form>;

export type FormName = keyof typeof ROWS;

/** The rule's message, whatever the form, where the process ends with the event that launches the work. */
export const AT_STOP = '{{work}}, and nothing waits for it: the process may end before it is done.{{note}} {{cure}}.';

export const FORM_NAMES = Object.keys(ROWS) as readonly FormName[];

export const FORMS: Readonly<Record<FormName, Form>> = ROWS;
