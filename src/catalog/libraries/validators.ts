import { defineEntry } from '../entry.ts';

/** A check whose promise nobody awaits rejects nothing. */
export const validators = defineEntry({
  name: 'validators',
  docs: 'https://zod.dev/basics',
  packages: ['zod', 'yup', 'joi', 'ajv', 'class-validator'],
  classes: [
    {
      implements: ['class-validator#ValidatorConstraintInterface'],
      decorated: ['class-validator#ValidatorConstraint()'],
      methods: ['validate'],
      label: 'validator {class}',
    },
  ],
  launches: [
    'class-validator#validate|validateOrReject()',
    'zod#*.**.parseAsync|safeParseAsync|spa()',
    'yup#*.**.validate|validateAt|isValid()',
    'joi#*.**.validateAsync()',
    'new ajv#default|Ajv().compileAsync()',
  ],
  returned: 'awaited',
});
