// Runs subjects in turns, and collects the results.
import { runProcess } from './process.js';
import { SUBJECTS } from './subjects.js';

/**
 * Runs subjects in turns (A, B, A, B, …) on each of `servers`, after one round that fills the disk caches.
 *
 * @param say - receives what is running
 * @returns the median of each figure, by `server/subject`
 */
export async function race({ subjects, rounds }, servers, say) {
  const runs = new Map();
  const entries = servers.flatMap((server) =>
    subjects.map((name) => ({ key: `${server?.name ?? ''}/${name}`, server, name })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    // A slow subject that runs only once needs no warm-up round.
    if (round === 0 && rounds === 1) continue;
    for (const { key, server, name } of entries) {
      say(`${round}/${rounds} ${key}`);
      const { command, env, before, read } = SUBJECTS[name](server);
      before?.();
      const { out, ...figures } = await runProcess(command, { cwd: server?.folder, env });
      if (round > 0) runs.set(key, [...(runs.get(key) ?? []), { ...figures, ...read?.(out) }]);
    }
  }
  return new Map([...runs].map(([key, some]) => [key, mediansOf(some)]));
}

function mediansOf(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]));
}

/** Undefined if the figure was never available. */
function median(values) {
  const known = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}
