import type { Evaluation } from './evaluation.ts';
import type { ObjectValue, Value } from './value.ts';
import { objectParts } from '../syntax/members.ts';

/** The value of a member that an object literal is written with; of several, the last one. */
export function objectMember(value: ObjectValue, name: string, evaluation: Evaluation): Value | undefined {
  for (const part of [...objectParts(value.node)].reverse()) {
    if ('spread' in part) {
      const spread = evaluation.expression(part.spread, value.source);
      const found = spread === undefined ? undefined : evaluation.member(spread, name);
      if (found !== undefined) return found;
    } else if (part.name === name && part.kind !== 'setter' && part.value !== undefined) {
      const member = evaluation.expression(part.value, value.source);
      return part.kind === 'getter' && member !== undefined ? evaluation.result(member) : member;
    }
  }
  return undefined;
}
