// What the demo prints for a person; nothing with --json.
let quiet = false;

export function silence() {
  quiet = true;
}

export const say = {
  title(text) {
    if (!quiet) process.stdout.write(`\n${text}\n${'-'.repeat(text.length)}\n`);
  },
  line(text) {
    if (!quiet) process.stdout.write(`${text}\n`);
  },
};
