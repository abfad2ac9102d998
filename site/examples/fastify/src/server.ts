import Fastify from 'fastify';

const app = Fastify();

app.post<{ Body: { to: string } }>('/invites', async (request, reply) => {
  const invite = await createInvite(request.body.to);
  sendMail(invite.to, 'You are invited').then(() => markSent(invite.id));
  return reply.code(201).send(invite);
});

app.delete<{ Params: { id: string } }>('/invites/:id', async (request) => {
  const { id } = request.params;
  try {
    revoke(id);
  } catch (error) {
    request.log.error(error);
  }
  return { id };
});

async function createInvite(to: string): Promise<{ id: string; to: string }> {
  return { id: crypto.randomUUID(), to };
}

async function sendMail(to: string, subject: string): Promise<void> {
  await fetch('https://mail.internal', { method: 'POST', body: JSON.stringify({ to, subject }) });
}

async function markSent(id: string): Promise<void> {
  await fetch(`https://invites.internal/${id}/sent`, { method: 'POST' });
}

async function revoke(id: string): Promise<void> {
  await fetch(`https://invites.internal/${id}`, { method: 'DELETE' });
}
