export type Language = 'ts' | 'js';

/** An example that the visitor can start from. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Paths without extension, and the text in both languages. */
  readonly files: readonly ({ readonly path: string } & Readonly<Record<Language, string>>)[];
}

/** The examples, which the page contains as JSON. */
export function readExamples(): readonly [Example, ...Example[]] {
  return JSON.parse(document.querySelector('#examples')?.textContent ?? '[]') as [Example, ...Example[]];
}

/** The text of an example's package.json. */
export function manifestOf({ dependencies }: Pick<Example, 'dependencies'>): string {
  return `${JSON.stringify({ name: 'playground', type: 'module', dependencies }, null, 2)}\n`;
}
