import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const TASKS = names(`
  add addConfig addRemote applyPatch branch branchLocal catFile checkout checkoutBranch checkoutLocalBranch clean clone
  commit deleteLocalBranch diff diffSummary fetch getRemotes init listRemote log merge mirror mv pull push pushTags raw
  rebase removeRemote reset revert revparse rm show stash status submoduleUpdate tag tags updateServerInfo
`);

/** A chain of tasks: each starts when the one before has ended, whether or not it is awaited. */
export const simpleGit = defineEntry({
  name: 'simple-git',
  docs: 'https://github.com/steveukx/git-js#using-task-promises',
  packages: ['simple-git'],
  launches: [
    `simple-git#simpleGit|default().${TASKS}()`,
    `simple-git#simpleGit|default().**.${TASKS}()`,
    `typed simple-git#SimpleGit.${TASKS}()`,
  ],
});
