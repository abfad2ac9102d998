import express from 'express';

export const app = express();

app.post('/warm', (req, res) => {
  import('../services/mail.js');
  new Promise((resolve) => setTimeout(resolve, 10));
  res.sendStatus(202);
});
