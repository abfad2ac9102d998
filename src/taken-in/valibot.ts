export {
  array,
  boolean,
  exactOptional,
  instance,
  number,
  optional,
  picklist,
  pipe,
  rawCheck,
  record,
  safeParse,
  strictObject,
  string,
  transform,
  union,
} from 'valibot';

export type { GenericSchema } from 'valibot';
