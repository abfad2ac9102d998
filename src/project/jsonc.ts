/**
 * The value of a JSON text in which comments and commas before a closing bracket are allowed, as in a tsconfig;
 * undefined where it is not even that.
 */
export function parseJsonc(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, quoted: string | undefined) => quoted ?? '');
  try {
    return JSON.parse(plain) as unknown;
  } catch {
    return undefined;
  }
}
