const NOUNS = [
  'account',
  'address',
  'agreement',
  'asset',
  'booking',
  'budget',
  'campaign',
  'cart',
  'catalog',
  'claim',
  'client',
  'contract',
  'coupon',
  'course',
  'delivery',
  'device',
  'dispute',
  'document',
  'employee',
  'event',
  'expense',
  'feature',
  'invoice',
  'job',
  'license',
  'message',
  'order',
  'parcel',
  'payment',
  'permit',
  'plan',
  'product',
  'project',
  'quote',
  'refund',
  'report',
  'shipment',
  'subscription',
  'supplier',
  'ticket',
  'transfer',
  'vendor',
  'visit',
  'voucher',
  'warehouse',
];

/** The names of the domain at `index`: for variables, classes and tables. */
export function namesOf(index) {
  const round = Math.floor(index / NOUNS.length);
  const name = `${NOUNS[index % NOUNS.length]}${round === 0 ? '' : round + 1}`;
  return { name, type: name[0].toUpperCase() + name.slice(1), table: `${name}s` };
}

/** The name of a verb's event, for use in a function's name. */
export function past(verb) {
  return `${verb[0].toUpperCase()}${verb.slice(1)}Event`;
}
