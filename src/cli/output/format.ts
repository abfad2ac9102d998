/**
 * The output formats: for a terminal, a program, a pull request, a browser, and annotations on a pull request's lines.
 */
export const FORMATS = ['text', 'json', 'markdown', 'html', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The flags that select a format. */
export interface FormatFlags {
  readonly format?: Format;
  /** Short for `--format json`. */
  readonly json?: boolean;
}

export function formatOf({ format = 'text', json }: FormatFlags): Format {
  return json === true ? 'json' : format;
}
