import type { Analysis } from '../../engine/analyse.ts';
import type { Question } from './worker.ts';

/** The engine's response; `stopped` is the message of an internal error. */
type Answer = { readonly id: number } & ({ readonly analysis: Analysis } | { readonly stopped: string });

/**
 * Sends questions to the engine in its worker. While it works, new questions wait, and only the last of them is sent.
 */
export function startEngine(answered: (answer: Answer, question: Question) => void): (question: Question) => void {
  const worker = new Worker(new URL('engine.js', import.meta.url), { type: 'module' });
  let asked: Question | undefined;
  let waiting: Question | undefined;
  const ask = (question: Question): void => {
    if (asked !== undefined) {
      waiting = question;
      return;
    }
    asked = question;
    worker.postMessage(question);
  };
  const next = (answer: Answer): void => {
    const question = asked;
    asked = undefined;
    if (question !== undefined) answered(answer, question);
    const following = waiting;
    waiting = undefined;
    if (following !== undefined) ask(following);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    next(data);
  });
  worker.addEventListener('error', ({ message }) => {
    next({
      id: asked?.id ?? 0,
      stopped: message === '' ? 'The engine could not be loaded: reload the page.' : message,
    });
  });
  return ask;
}
