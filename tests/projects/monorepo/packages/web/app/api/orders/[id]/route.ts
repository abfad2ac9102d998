import { NextResponse } from "next/server";
import { recordView } from "@/lib/analytics";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  recordView(id);
  return NextResponse.json({ id });
}
