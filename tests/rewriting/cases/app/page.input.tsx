import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';

export default async function Page({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;

  async function refresh(form: FormData): Promise<void> {
    'use server';
    record(`refresh ${String(form.get('shop'))}`);
    await refreshPrices();
  }

  record(`seen ${shop}`);
  return (
    <form action={refresh}>
      <input type="hidden" name="shop" value={shop} />
      <button>Refresh</button>
    </form>
  );
}
