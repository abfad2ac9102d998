import type { Request, Response } from 'express';
import { Journal } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

class Base {
  protected readonly journal = new Journal();

  protected async close(reason: string): Promise<void> {
    await this.journal.write(reason);
  }
}

export class Orders extends Base {
  readonly items = ['book', 'pen'];

  create(req: Request, res: Response): void {
    res.on('finish', () => { fireTask(async () => {
      await super.close(req.url);
    }, 'close'); });
    res.on('close', () => fireTask(super.close('closed'), 'close'));
    this.items.forEach(function (this: Journal, item) { fireTask(async () => {
      await this.write(item);
    }, 'write'); }, this.journal);
    res.sendStatus(202);
  }
}
