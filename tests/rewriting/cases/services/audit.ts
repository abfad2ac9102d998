export async function record(event: string): Promise<void> {
  await Promise.resolve(event);
}

export class Journal {
  readonly #lines: string[] = [];

  async write(line: string): Promise<number> {
    await Promise.resolve();
    return this.#lines.push(line);
  }
}

export function logError(error: unknown): void {
  console.error(error);
}
