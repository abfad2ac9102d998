import { after, NextResponse } from 'next/server';
import { track } from '../../lib';

export async function POST(request: Request) {
  const body: unknown = await request.json();
  after(() => track(body));
  track('created');
  return NextResponse.json({ ok: true }, { status: 202 });
}

const list = async () => {
  void track('listed');
  return NextResponse.json([]);
};

export { list as GET };

export async function helper() {
  track('not a handler');
}
