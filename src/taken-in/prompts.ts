export { isCancel, selectKey } from '@clack/prompts';
