// Prints the demo's progress for people; with --json, prints nothing.
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
