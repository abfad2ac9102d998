import express from 'express';

export const app = express();

app.post('/warm', (req, res) => {
  import('../services/mail.js');
  new Promise((resolve) => app.once('mount', resolve));
  res.sendStatus(202);
});
