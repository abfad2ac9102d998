import { launchFailing } from '../../lib/work.js';

export function POST() {
  launchFailing();
  return new Response(null, { status: 202 });
}
