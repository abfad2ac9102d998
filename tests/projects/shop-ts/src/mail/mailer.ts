class Mailer {
  async sendReceipt(id: string): Promise<void> {
    await Promise.resolve(id);
  }
}

export const mailer = new Mailer();
