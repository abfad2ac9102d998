import Database from 'libsql';

export interface Run {
  readonly id: string;
  readonly org_id: string;
  readonly status: 'started' | 'finished' | 'failed';
  readonly started_at: number;
  readonly finished_at: number | null;
}

const db = new Database(process.env['DATABASE'] ?? 'pipeline.db');

db.exec(`
  create table if not exists runs (
    id text primary key,
    org_id text not null,
    status text not null,
    started_at integer not null,
    finished_at integer
  );
  create table if not exists phases (
    run_id text not null,
    name text not null,
    finished_at integer not null
  );
  create table if not exists audit (
    run_id text not null,
    event text not null,
    at integer not null
  );
`);

export function insertRun(id: string, orgId: string): void {
  db.prepare('insert into runs (id, org_id, status, started_at) values (?, ?, ?, ?)').run(id, orgId, 'started', Date.now());
}

export function finishRun(id: string, status: 'finished' | 'failed'): void {
  db.prepare('update runs set status = ?, finished_at = ? where id = ?').run(status, Date.now(), id);
}

export function restartRun(id: string): void {
  db.prepare('update runs set status = ?, finished_at = null where id = ?').run('started', id);
}

export function insertPhase(runId: string, name: string): void {
  db.prepare('insert into phases (run_id, name, finished_at) values (?, ?, ?)').run(runId, name, Date.now());
}

export function insertAudit(runId: string, event: string): void {
  db.prepare('insert into audit (run_id, event, at) values (?, ?, ?)').run(runId, event, Date.now());
}

export function findRun(id: string): Run | undefined {
  return db.prepare('select * from runs where id = ?').get(id) as Run | undefined;
}

export function runsOf(orgId: string): Run[] {
  return db.prepare('select * from runs where org_id = ? order by started_at').all(orgId) as Run[];
}
