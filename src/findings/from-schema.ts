/**
 * The value that a JSON schema describes, for the schemas of the rule's options: literals, lists, and objects with
 * optional keys.
 */
export type FromSchema<Schema> = Schema extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : Schema extends { readonly anyOf: readonly (infer Option)[] }
    ? FromSchema<Option>
    : Schema extends { readonly type: 'boolean' }
      ? boolean
      : Schema extends { readonly type: 'string' }
        ? string
        : Schema extends { readonly type: 'array'; readonly items: infer Item }
          ? readonly FromSchema<Item>[]
          : Schema extends { readonly type: 'object'; readonly properties: infer Properties }
            ? FromProperties<Properties, Schema extends { readonly required: readonly (infer Key)[] } ? Key : never>
            : never;

type FromProperties<Properties, Required> = {
  readonly [Key in keyof Properties as Key extends Required ? Key : never]: FromSchema<Properties[Key]>;
} & {
  readonly [Key in keyof Properties as Key extends Required ? never : Key]?: FromSchema<Properties[Key]>;
};
