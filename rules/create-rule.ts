import { RuleCreator } from '../src/taken-in/rule-creator.ts';

/** What the README's list and the configs are made from, beside ESLint's own fields. */
export interface RuleDocs {
  readonly recommended: boolean;
}

/** Where the page of each rule is; `npm run addresses` writes the address. */
const PAGES = 'https://github.com/fire-task/eslint-plugin-fire-task/blob/main/docs/rules';

/** Makes a rule of its meta data and its code; the address of its page follows from its name. */
export const createRule = RuleCreator<RuleDocs>((name) => `${PAGES}/${name}.md`);
