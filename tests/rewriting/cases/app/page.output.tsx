import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export default async function Page({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;

  async function refresh(form: FormData): Promise<void> {
    'use server';
    fireTask(record(`refresh ${String(form.get('shop'))}`), 'record');
    await refreshPrices();
  }

  fireTask(record(`seen ${shop}`), 'record');
  return (
    <form action={refresh}>
      <input type="hidden" name="shop" value={shop} />
      <button>Refresh</button>
    </form>
  );
}
