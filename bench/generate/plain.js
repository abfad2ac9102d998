export function types({ type, fields, verbs }) {
  return `/** A ${type.toLowerCase()} as the database holds it. */
export interface ${type} {
  id: string;
  orgId: string;
  amount: number;
  createdAt: Date;
  updatedAt: Date | null;
${fields.map((field) => `  ${field}: string;`).join('\n')}
}

export type ${type}Input = Pick<${type}, 'amount' | ${fields.map((field) => `'${field}'`).join(' | ')}>;
export type ${type}Patch = Partial<${type}Input>;
export type ${type}Action = ${verbs.map((verb) => `'${verb}'`).join(' | ')};

export interface ${type}Filter {
  text?: string;
  from?: Date;
  to?: Date;
  page: number;
  size: number;
}

export interface ${type}Page {
  items: readonly ${type}[];
  total: number;
  next: number | undefined;
}

export class ${type}Missing extends Error {
  constructor(readonly id: string) {
    super(\`There is no ${type} \${id}.\`);
  }
}
`;
}

export function schema({ name, type, fields }) {
  return `import type { ${type}Filter, ${type}Input, ${type}Patch } from './${name}.types.js';
import { BadRequest } from '../../../lib/errors.js';
import { clamp, isRecord } from '../../../lib/values.js';

const LONGEST = { ${fields.map((field, index) => `${field}: ${(index + 1) * 40}`).join(', ')} };

export function parse${type}Input(body: unknown): ${type}Input {
  if (!isRecord(body)) throw new BadRequest('An object is expected.');
  const amount = Number(body['amount'] ?? 0);
  if (!Number.isFinite(amount)) throw new BadRequest('amount is no number.');
  return {
    amount,
${fields.map((field) => `    ${field}: textOf(body['${field}'], '${field}'),`).join('\n')}
  };
}

export function parse${type}Patch(body: unknown): ${type}Patch {
  if (!isRecord(body)) throw new BadRequest('An object is expected.');
  const patch: ${type}Patch = {};
${fields.map((field) => `  if (body['${field}'] !== undefined) patch.${field} = textOf(body['${field}'], '${field}');`).join('\n')}
  if (body['amount'] !== undefined) patch.amount = Number(body['amount']);
  return patch;
}

export function parse${type}Filter(query: Record<string, unknown>): ${type}Filter {
  const { text, from, to, page, size } = query;
  return {
    ...(typeof text === 'string' && text.length > 0 && { text: text.trim() }),
    ...(typeof from === 'string' && { from: new Date(from) }),
    ...(typeof to === 'string' && { to: new Date(to) }),
    page: clamp(Number(page ?? 1), 1, 10_000),
    size: clamp(Number(size ?? 25), 1, 200),
  };
}

function textOf(value: unknown, field: keyof typeof LONGEST): string {
  if (typeof value !== 'string') throw new BadRequest(\`\${field} is no text.\`);
  const text = value.trim();
  if (text.length > LONGEST[field]) throw new BadRequest(\`\${field} is too long.\`);
  return text;
}
`;
}

export function mapper({ name, type, fields }) {
  return `import type { ${type}, ${type}Page } from './${name}.types.js';
import type { Row } from '../../../lib/database.js';

export interface ${type}View {
  id: string;
  amount: string;
  created: string;
${fields.map((field) => `  ${field}: string;`).join('\n')}
}

export function from${type}Row(row: Row): ${type} {
  return {
    id: String(row['id']),
    orgId: String(row['org_id']),
    amount: Number(row['amount']),
    createdAt: new Date(String(row['created_at'])),
    updatedAt: row['updated_at'] == null ? null : new Date(String(row['updated_at'])),
${fields.map((field) => `    ${field}: String(row['${field}'] ?? ''),`).join('\n')}
  };
}

export function to${type}View(item: ${type}): ${type}View {
  const { id, amount, createdAt, ${fields.join(', ')} } = item;
  return { id, amount: amount.toFixed(2), created: createdAt.toISOString(), ${fields.join(', ')} };
}

export function to${type}PageView(page: ${type}Page): { items: ${type}View[]; total: number; next?: number } {
  return {
    items: page.items.map((item) => to${type}View(item)),
    total: page.total,
    ...(page.next !== undefined && { next: page.next }),
  };
}

export function ${name}Csv(items: readonly ${type}[]): string {
  const head = ['id', 'amount', ${fields.map((field) => `'${field}'`).join(', ')}].join(',');
  const lines = items.map((item) => [item.id, item.amount, ${fields.map((field) => `item.${field}`).join(', ')}].map((cell) => JSON.stringify(cell)).join(','));
  return [head, ...lines].join('\\n');
}
`;
}

export function policy({ name, type, verbs }, random) {
  return `import type { ${type}, ${type}Action } from './${name}.types.js';
import type { User } from '../../../lib/auth.js';
import { Forbidden } from '../../../lib/errors.js';

const LIMITS: Record<${type}Action, number> = {
${verbs.map((verb) => `  ${verb}: ${(1 + random.below(90)) * 100},`).join('\n')}
};

export function mayRead(user: User, item: ${type}): boolean {
  return user.orgId === item.orgId || user.roles.includes('support');
}

export function mayChange(user: User, item: ${type}): boolean {
  if (!mayRead(user, item)) return false;
  return user.roles.includes('admin') || item.updatedAt === null;
}

export function may(action: ${type}Action, user: User, item: ${type}): boolean {
  switch (action) {
${verbs
  .slice(1)
  .map((verb) => `    case '${verb}':\n      return mayChange(user, item) && item.amount <= LIMITS.${verb};`)
  .join('\n')}
    default:
      return user.roles.includes('admin');
  }
}

export function demand(action: ${type}Action, user: User, item: ${type}): void {
  if (!may(action, user, item)) throw new Forbidden(\`\${user.id} may not \${action} \${item.id}.\`);
}
`;
}
