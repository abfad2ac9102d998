import { launch } from '../../../lib/work.js';

export async function POST(request, { params }) {
  const { id } = await params;
  launch(id, request.nextUrl.searchParams.get('ms'));
  return new Response(null, { status: 202 });
}
