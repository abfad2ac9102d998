import { describe, expect, it } from 'vitest';
import { compilePattern, matchesSteps } from '../../src/catalog/pattern.ts';

/** Whether a value that was reached by `steps` is what the pattern says; `awaited` of the steps lie before an await. */
function matches(pattern: string, steps: string[], awaited?: number): boolean {
  return matchesSteps(steps, compilePattern(pattern).steps, awaited);
}

describe('a pattern', () => {
  it.each([
    ['a call', 'express#Router()', ['Router', '()']],
    ['an instance and its method', 'new pg#Pool().query()', ['Pool', 'new', 'query', '()']],
    ['an instance by its type', 'typed pg#Pool.query()', ['Pool', 'new', 'query', '()']],
    ['a type in a namespace', 'typed @hapi/hapi#Lifecycle.Method', ['Lifecycle', 'Method', 'new']],
    ['an instance of what a call gives', 'mongoose#model().new.save()', ['model', '()', 'new', 'save', '()']],
    ['one of several names', 'axios#get|post()', ['post', '()']],
    ['any one name', 'new x#Client().*.create()', ['Client', 'new', 'orders', 'create', '()']],
    ['any steps', 'knex#default().**()', ['default', '()', '()', 'where', '()', 'insert', '()']],
    ['no steps', 'knex#default().**()', ['default', '()', '()']],
  ])('matches %s', (_what, pattern, steps) => {
    expect(matches(pattern, steps)).toBe(true);
  });

  it.each([
    ['another name', 'axios#get()', ['put', '()']],
    ['a value that goes on', 'axios#get()', ['get', '()', 'then', '()']],
    ['a call for a name', 'new x#Client().*.create()', ['Client', 'new', '()', 'create', '()']],
  ])('does not match %s', (_what, pattern, steps) => {
    expect(matches(pattern, steps)).toBe(false);
  });

  it('does not take what an awaited chain gave for the chain', () => {
    const steps = ['createClient', '()', 'from', '()', 'data', 'map', '()'];
    expect(matches('supabase#createClient().from().**()', steps)).toBe(true);
    expect(matches('supabase#createClient().from().**()', steps, 4)).toBe(false);
    expect(matches('amqplib#connect().createChannel()', ['connect', '()', 'createChannel', '()'], 2)).toBe(true);
  });

  it('that cannot be read says what a pattern looks like', () => {
    expect(() => compilePattern('express()')).toThrow(
      '"express()" is not a catalog pattern: write module#export, for example express#Router()',
    );
  });
});
