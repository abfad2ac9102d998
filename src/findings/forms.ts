/** What can be done about a finding. */
export type RemedyName = 'await' | 'return' | 'fire-task';

/** A shape of loss (POLICY, "Forms"): all that the rest of the program asks of it stands in its row below. */
export interface Form {
  /**
   * What the rule says. `{{callee}}` is what the finding is about (`subject`), `{{where}}` who runs it, `{{fate}}` what
   * becomes of it, `{{tracker}}` what can track it, `{{note}}` a sentence that only this site calls for (notes.ts); of a
   * value, `{{gives}}` what is there in its place and `{{cure}}` what to do (values.ts).
   */
  readonly message: string;
  /** How the launch was written, for readers of a report, who do not know the names of the forms. */
  readonly words: string;
  /** Whether it is reported where the option `forms` does not say: always, or with the option `strict` only. */
  readonly reported: 'always' | 'strict';
  /** What may help, best first. Which of it applies at a site is for the code there to say (remedies.ts). */
  readonly remedies: readonly RemedyName[];
  /**
   * What a task is made of: the expression that is dropped, what a variable or collection is given, or what a callback
   * runs. `never` where only the result helps.
   */
  readonly task: 'expression' | 'variable' | 'callback' | 'never';
  /** What readers should know about a task made from it. */
  readonly taskNote?: string;
  /**
   * What becomes of a rejection: it ends the process, the code handles it, or the message is about something else than
   * the work that goes on.
   */
  readonly rejection: 'unhandled' | 'handled' | 'beside the point';
  /** What the message names: the launch, the call that makes an array of promises, or the one that drops a callback's. */
  readonly subject: 'launch' | 'array' | 'dropping call';
  /** Whether it is no loss where a continuation of the promise answers the request, which then ends with the work. */
  readonly mayAnswer: boolean;
}

/** What most forms have in common: one promise that goes on with its work, and that a task can hold. */
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
    // What the loser is to do takes a person.
    remedies: [],
    task: 'never',
    // `race` looks after the rejections of those that lose.
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
    // The launch may have to move, which takes a person.
    remedies: [],
    task: 'never',
  },
} satisfies Record<string, Form>;

export type FormName = keyof typeof ROWS;

export const FORM_NAMES = Object.keys(ROWS) as readonly FormName[];

export const FORMS: Readonly<Record<FormName, Form>> = ROWS;
