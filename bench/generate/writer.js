/**
 * Puts a file together line by line, and notes the places where a promise is left without an owner.
 *
 * @param planted - gets `{ path, line, form }` of each such place
 */
export function fileWriter(path, random, planted) {
  const lines = [];
  return {
    add: (...more) => void lines.push(...more.join('\n').split('\n')),
    /** A call that its owner awaits; now and then one that has none. `silent`: no handler comes here. */
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

/** By the names that the rule reports them under. */
const FORMS = [
  ['floating', (expression) => expression],
  ['voided', (expression) => `void ${expression}`],
  ['caught', (expression) => `${expression}.catch((error: unknown) => logger.error('failed', error))`],
  ['chained', (expression) => `${expression}.then(() => logger.info('done'))`],
];
