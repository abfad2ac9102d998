/**
 * The options of the rules about tasks: the name of the function that starts a task, if it is not the helper's
 * `fireTask`.
 */
export type TaskRuleOptions = readonly [{ readonly tracker?: string }];

export const trackerOption = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tracker: { type: 'string', description: 'The name of what starts a task, where it is not fireTask.' },
  },
} as const;

/** The name of the function that starts a task. */
export function trackerName([{ tracker = 'fireTask' }]: TaskRuleOptions): string {
  return tracker;
}
