export interface Run {
  readonly id: string;
  readonly steps: readonly string[];
}

export async function executePipeline(orgId: string, run: Run): Promise<void> {
  await Promise.resolve(orgId + run.id);
}

export async function invite(teamId: string, email: string, token: string): Promise<void> {
  await Promise.resolve(teamId + email + token);
}

export async function index<T extends object>(id: string, document: T): Promise<T> {
  await Promise.resolve(id);
  return document;
}
