import type { ClassForm, Decorator, Entry, ObjectForm } from '../entry.ts';
import type { FacetsOf } from './facet.ts';
import { typed } from './facet.ts';
import { kind, list, maybe, number, onePattern, patterns, record, row, text, texts, types } from './shape.ts';

type Facets = Required<Entry>;

/** Handlers identified by their declaration: a type, a decorator, a class, the object that contains them. */
export const DECLARED: FacetsOf<'objects' | 'decorators' | 'classes' | 'plugins' | 'types'> = {
  objects: {
    holds: list(
      row<ObjectForm>({
        types: maybe(types),
        typeNames: maybe(texts),
        variables: maybe(texts),
        members: maybe(texts),
        handlers: texts,
        parameters: maybe(record(number)),
        kind: maybe(kind),
        label: text,
      }),
    ),
    findsHandlers: true,
    index(objects, entry, into) {
      for (const facet of objects) {
        into.objectTypes.addAll(typed(facet.types), { entry, facet });
        into.objectsByTypeName.addAll(facet.typeNames, { entry, facet });
        into.objectsByVariable.addAll(facet.variables, { entry, facet });
        into.objectsByMember.addAll(facet.members, { entry, facet });
      }
    },
  },
  decorators: {
    holds: list(row<Decorator>({ names: patterns, on: maybe(onePattern), kind: maybe(kind), label: text })),
    findsHandlers: true,
    index(decorators, entry, into) {
      for (const facet of decorators) into.decorators.addAll(facet.names, { entry, facet });
    },
  },
  classes: {
    holds: list(
      row<ClassForm>({
        implements: maybe(patterns),
        extends: maybe(patterns),
        decorated: maybe(patterns),
        methods: texts,
        kind: maybe(kind),
        label: text,
      }),
    ),
    findsHandlers: true,
    index(classes, entry, into) {
      for (const facet of classes) {
        into.interfaces.addAll(facet.implements, { entry, facet });
        into.baseClasses.addAll(facet.extends, { entry, facet });
        into.classDecorators.addAll(facet.decorated, { entry, facet });
      }
    },
  },
  plugins: {
    holds: row<Facets['plugins']>({
      types: maybe(types),
      shapes: maybe(list(texts)),
      gives: record(text),
      asThis: maybe(text),
    }),
    findsHandlers: true,
    index(plugins, entry, into) {
      into.pluginTypes.addAll(typed(plugins.types), entry);
    },
  },
  types: {
    holds: row<Facets['types']>({ handlers: maybe(types), parameters: maybe(types), kind: maybe(kind) }),
    findsHandlers: true,
    index({ handlers, parameters }, entry, into) {
      into.handlerTypes.addAll(typed(handlers), entry);
      into.parameterTypes.addAll(typed(parameters), entry);
    },
  },
};
