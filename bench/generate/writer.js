/**
 * Builds a file line by line, and records the places where a promise has no owner.
 *
 * @param planted - receives `{ path, line, form }` of each such place
 */
export function fileWriter(path, random, planted) {
  const lines = [];
  return {
    add: (...more) => void lines.push(...more.join('\n').split('\n')),
    /** Adds a call that is awaited, or, with the probability `share`, one without an owner. */
    call: (indent, expression, { share = 0.04 } = {}) => {
      if (!random.chance(share)) {
        lines.push(`${indent}await ${expression};`);
        return;
      }
      const [form, text] = random.pick(FORMS);
      planted.push({ path, line: lines.length + 1, form });
      lines.push(`${indent}${text(expression)};`);
    },
    text: () => `${lines.join('\n')}\n`,
  };
}

/** Named as the rule reports them. */
const FORMS = [
  ['floating', (expression) => expression],
  ['voided', (expression) => `void ${expression}`],
  ['caught', (expression) => `${expression}.catch((error: unknown) => logger.error('failed', error))`],
  ['chained', (expression) => `${expression}.then(() => logger.info('done'))`],
];
