/**
 * The value of a JSON text that may have comments and trailing commas, like a tsconfig; undefined if it is invalid even
 * then.
 */
export function parseJsonc(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  // Most texts are plain JSON, and the regular expressions below fail on strings of millions of characters.
  return parsed(json) ?? parsed(withoutComments(json));
}

/** The text without comments and trailing commas. */
function withoutComments(text: string): string {
  return text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, quoted: string | undefined) => quoted ?? '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
