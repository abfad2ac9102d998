import type { Request, Response } from 'express';
import { Journal } from '../services/audit.js';

class Base {
  protected readonly journal = new Journal();

  protected async close(reason: string): Promise<void> {
    await this.journal.write(reason);
  }
}

export class Orders extends Base {
  readonly items = ['book', 'pen'];

  create(req: Request, res: Response): void {
    res.on('finish', async () => {
      await super.close(req.url);
    });
    res.on('close', () => super.close('closed'));
    this.items.forEach(async function (this: Journal, item) {
      await this.write(item);
    }, this.journal);
    res.sendStatus(202);
  }
}
