// What the flavour imports is there where it runs, and nowhere else.

declare module 'cloudflare:workers' {
  export function waitUntil(promise: Promise<unknown>): void;
}
