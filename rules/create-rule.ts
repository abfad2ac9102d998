import { RuleCreator } from '../src/taken-in/rule-creator.ts';

/** Fields of a rule's docs, in addition to ESLint's own, from which the README's list and the configs are made. */
export interface RuleDocs {
  readonly recommended: boolean;
}

/** The address of the rules' pages; `npm run addresses` updates it. */
const PAGES = 'https://github.com/fire-task/eslint-plugin-fire-task/blob/main/docs/rules';

/** Creates a rule from its metadata and code; the address of its page follows from its name. */
export const createRule = RuleCreator<RuleDocs>((name) => `${PAGES}/${name}.md`);
