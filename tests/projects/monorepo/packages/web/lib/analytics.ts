export async function recordView(id: string): Promise<void> {
  await fetch("https://analytics.example.com/views", { method: "POST", body: id });
}
