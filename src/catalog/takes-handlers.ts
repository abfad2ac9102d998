import type { Entry } from './entry.ts';

/** Whether an entry says anything of handlers; most libraries only say what their calls give. */
export function takesHandlers({
  registrations,
  receivers,
  types,
  objects,
  decorators,
  classes,
  plugins,
  shapes,
  files,
  directives,
}: Entry): boolean {
  return [registrations, receivers, types, objects, decorators, classes, plugins, shapes, files, directives].some(
    (facet) => facet !== undefined,
  );
}
