export { isConstructor, isFunction, isLoop, isSetter } from '@typescript-eslint/utils/ast-utils';
