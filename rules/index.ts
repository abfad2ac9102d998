import { noUntrackedPromises } from './no-untracked-promises.ts';

/** All rules by the name that users write after `fire-task/`. */
export const rules = { 'no-untracked-promises': noUntrackedPromises };
