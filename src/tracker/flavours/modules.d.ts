// The modules that flavours import are installed where they run, not here.

declare module 'next/server' {
  export function after(task: Promise<unknown>): void;
}

declare module 'cloudflare:workers' {
  export function waitUntil(promise: Promise<unknown>): void;
}
