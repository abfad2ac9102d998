import { Body, Controller, Inject, Param, Patch } from '@nestjs/common';
import { Journal } from '../services/audit.js';
import { sendReceipt } from '../services/mail.js';

interface Change {
  readonly total: number;
}

@Controller({ path: 'orders', version: '2' })
export class OrdersController {
  @Inject('shop') private readonly shop!: string;

  constructor(
    private readonly journal: Journal,
  ) {}

  @Patch(':id')
  async change(
    @Param('id') id: string,
    @Body() { total }: Change,
  ): Promise<{ id: string }> {
    // the shop keeper reads it, nobody waits for it
    this.journal.write(`${this.shop} ${id}`);
    if (total === 0) return { id };
    await this.journal.write('changed').then(() => { sendReceipt(this.shop, { id, total }); });
    return { id };
  }
}
