import express from 'express';
import { invite } from '../services/runs.js';
import { sendReceipt } from '../services/mail.js';

interface Invitation {
  readonly teamId: string;
  readonly email: string;
  readonly token: string;
}

interface Session {
  readonly sessionId: string;
  readonly cardId: string;
}

const app = express();

app.post('/teams/:teamId/invitations', express.json(), (req, res) => {
  const { teamId, email, token } = req.body as Invitation;
  invite(teamId, email, token);
  res.sendStatus(202);
});

app.post('/checkout', express.json(), (req, res) => {
  const session = req.body as Session;
  sendReceipt(session.cardId).catch(console.error);
  sendReceipt(session.sessionId, { id: session.sessionId, total: 1 });
  res.sendStatus(202);
});
