import type { Work } from './plan-files.ts';
import { holdStill } from '../project/still.ts';
import { areMost, createInquiries } from './inquiries.ts';
import { planHere } from './plan-files.ts';
import { readSource } from './read.ts';

/** A process of `--jobs`: gets its files, tells how far it is, gives their plans, and ends. */
process.once('message', ({ files, options }: Work) => {
  holdStill();
  const numbers = new Map(files);
  const say = (message: unknown): void => void process.send?.(message);
  void planHere(
    [...numbers.keys()],
    (path) => options[numbers.get(path) ?? -1],
    readSource,
    createInquiries(areMost([...numbers.keys()])),
    say,
  ).then((planned) => {
    process.send?.(planned, () => {
      process.disconnect();
    });
  });
});
