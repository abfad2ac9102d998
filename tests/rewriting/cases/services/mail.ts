export interface Receipt {
  readonly id: string;
  readonly total: number;
}

export async function sendReceipt(to: string, receipt?: Receipt, subject = 'Your receipt'): Promise<string> {
  await Promise.resolve();
  return `${to} ${receipt?.id ?? ''} ${subject}`;
}

export interface Mailer {
  send(to: string): Promise<string>;
}

export const mailer: Mailer | undefined = { send: (to) => sendReceipt(to) };
