export function repository({ name, type, table, fields }) {
  return `import type { Database } from '../../../lib/database.js';
import type { ${type}, ${type}Filter, ${type}Input, ${type}Page, ${type}Patch } from './${name}.types.js';
import { ${type}Missing } from './${name}.types.js';
import { from${type}Row } from './${name}.mapper.js';

const COLUMNS = ['id', 'org_id', 'amount', ${fields.map((field) => `'${field}'`).join(', ')}].join(', ');

export class ${type}Repository {
  constructor(private readonly database: Database) {}

  async find(orgId: string, id: string): Promise<${type}> {
    const [row] = await this.database.query(\`select \${COLUMNS} from ${table} where org_id = $1 and id = $2\`, [orgId, id]);
    if (row === undefined) throw new ${type}Missing(id);
    return from${type}Row(row);
  }

  async list(orgId: string, filter: ${type}Filter): Promise<${type}Page> {
    const conditions = ['org_id = $1'];
    const values: unknown[] = [orgId];
    if (filter.text !== undefined) conditions.push(\`title ilike $\${values.push(\`%\${filter.text}%\`)}\`);
    if (filter.from !== undefined) conditions.push(\`created_at >= $\${values.push(filter.from)}\`);
    if (filter.to !== undefined) conditions.push(\`created_at < $\${values.push(filter.to)}\`);
    const where = conditions.join(' and ');
    const [rows, counted] = await Promise.all([
      this.database.query(\`select \${COLUMNS} from ${table} where \${where} limit \${filter.size} offset \${(filter.page - 1) * filter.size}\`, values),
      this.database.query(\`select count(*) as total from ${table} where \${where}\`, values),
    ]);
    const total = Number(counted[0]?.['total'] ?? 0);
    return { items: rows.map(from${type}Row), total, next: filter.page * filter.size < total ? filter.page + 1 : undefined };
  }

  async insert(orgId: string, input: ${type}Input): Promise<${type}> {
    const names = Object.keys(input);
    const values = Object.values(input);
    const places = names.map((_, index) => \`$\${index + 2}\`).join(', ');
    const [row] = await this.database.query(\`insert into ${table} (org_id, \${names.join(', ')}) values ($1, \${places}) returning *\`, [orgId, ...values]);
    return from${type}Row(row ?? {});
  }

  async update(orgId: string, id: string, patch: ${type}Patch): Promise<${type}> {
    const changes = Object.entries(patch).map(([name], index) => \`\${name} = $\${index + 3}\`).join(', ');
    const [row] = await this.database.query(\`update ${table} set \${changes} where org_id = $1 and id = $2 returning *\`, [orgId, id, ...Object.values(patch)]);
    if (row === undefined) throw new ${type}Missing(id);
    return from${type}Row(row);
  }

  async remove(orgId: string, id: string): Promise<void> {
    await this.database.query('delete from ${table} where org_id = $1 and id = $2', [orgId, id]);
  }

  async touch(id: string): Promise<void> {
    await this.database.query('update ${table} set updated_at = now() where id = $1', [id]);
  }
}
`;
}
