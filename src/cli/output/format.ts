/**
 * What a result can be printed as: for a terminal, a program, a pull request, a browser, the lines of a pull request on
 * GitHub.
 */
export const FORMATS = ['text', 'json', 'markdown', 'html', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** How the command line asks for a format. */
export interface FormatFlags {
  readonly format?: Format;
  /** Short for the format `json`. */
  readonly json?: boolean;
}

export function formatOf({ format = 'text', json }: FormatFlags): Format {
  return json === true ? 'json' : format;
}
