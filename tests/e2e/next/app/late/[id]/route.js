import { launchLate } from '../../../lib/work.js';

export async function POST(request, { params }) {
  await launchLate((await params).id);
  return new Response(null, { status: 202 });
}
