import type { RemedyName } from '../../findings/forms.ts';
import type { Remedy } from '../context.ts';
import { awaitIt } from './await.ts';
import { fireTask } from './fire-task.ts';
import { returnIt } from './return.ts';

export const REMEDIES: Readonly<Record<RemedyName, Remedy>> = {
  await: awaitIt,
  return: returnIt,
  'fire-task': fireTask,
};
