// Writes dist/digest.txt, which identifies the built program. The rule and the command are separate bundles of the same
// code, so they share what is stored on disk. Another build may find out more, or less, and must not use it.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const texts = ['./', 'command/', 'pnp/'].flatMap((folder) =>
  readdirSync(new URL(folder, dist))
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => readFileSync(new URL(`${folder}${name}`, dist), 'utf8')),
);
writeFileSync(new URL('digest.txt', dist), `${hash('sha256', texts.join('\n'), 'base64url')}\n`);
