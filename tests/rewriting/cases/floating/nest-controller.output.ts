import { Body, Controller, Post } from '@nestjs/common';
import { Journal } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly journal: Journal) {}

  @Post()
  create(@Body() order: { id: string }): string {
    fireTask(this.journal.write(order.id), `journal.write:${order.id}`);
    return order.id;
  }
}
