import { noRequestScopeInTask } from './no-request-scope-in-task.ts';
import { noSwallowedAbort } from './no-swallowed-abort.ts';
import { noUntrackedPromises } from './no-untracked-promises.ts';
import { requireDrain } from './require-drain.ts';

/** All rules by name, as users write it after `fire-task/`. */
export const rules = {
  'no-request-scope-in-task': noRequestScopeInTask,
  'no-swallowed-abort': noSwallowedAbort,
  'no-untracked-promises': noUntrackedPromises,
  'require-drain': requireDrain,
};
