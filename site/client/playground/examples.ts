export type Language = 'ts' | 'js';

/** What the page offers to begin with. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Paths without their ending; the text in both languages. */
  readonly files: readonly ({ readonly path: string } & Readonly<Record<Language, string>>)[];
}

/** The examples that the page holds, as data that its policy lets no browser run. */
export function readExamples(): readonly [Example, ...Example[]] {
  return JSON.parse(document.querySelector('#examples')?.textContent ?? '[]') as [Example, ...Example[]];
}
