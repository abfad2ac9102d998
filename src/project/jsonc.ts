/**
 * The value of a JSON text in which comments and commas before a closing bracket are allowed, as in a tsconfig;
 * undefined where it is not even that.
 */
export function parseJsonc(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  // Most texts are plain JSON, and the expressions below have no room for strings of millions of characters.
  return parsed(json) ?? parsed(withoutComments(json));
}

/** The text without comments and commas before a closing bracket. */
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
