import * as parser from '@typescript-eslint/parser';
import fireTask from 'eslint-plugin-fire-task';

export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, ...fireTask.configs.recommended }];
