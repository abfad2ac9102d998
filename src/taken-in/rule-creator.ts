export { nullThrows, RuleCreator } from '@typescript-eslint/utils/eslint-utils';
