/** The option of the rules about tasks: what tracks in place of the helper's `fireTask`. */
export const trackerOption = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tracker: { type: 'string', description: 'The name of what starts a task, where it is not fireTask.' },
  },
} as const;

export interface TaskRuleOptions {
  readonly tracker?: string;
}

export function trackerName(options: readonly unknown[]): string {
  return (options[0] as TaskRuleOptions | undefined)?.tracker ?? 'fireTask';
}

/** Where a rule is described. */
export function docsUrl(rule: string): string {
  return `https://github.com/fire-task/eslint-plugin-fire-task/blob/main/docs/rules/${rule}.md`;
}
