import type { Request, RequestHandler, Response } from 'express';
import { Journal, record } from '../services/audit.js';

abstract class Base {
  protected async flush(): Promise<void> {
    await record('flush');
  }
}

export class Orders extends Base {
  static #count = 0;
  static {
    Orders.#count = 1;
  }

  #journal: Journal = new Journal();
  accessor last = '';

  get journal(): Journal {
    return this.#journal;
  }

  readonly list: RequestHandler = (req, res) => {
    this.#write(req.url);
    res.json(Orders.#count);
  };

  create(req: Request, res: Response): void {
    super.flush();
    setTimeout(() => {
      void super.flush();
      this.journal.write(this.last = req.url);
    }, 50);
    res.sendStatus(201);
  }

  async #write(line: string): Promise<void> {
    await this.#journal.write(line);
  }
}
