import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();
const größe = '🫖🍵 — größe';

// 🫖 the kettle
app.get('/☕', (req, res) => { const 名前 = '𝒯𝑒𝒶'; fireTask(record(`🫖 ${名前}`), 'record'); /* ✔ */ res.send(größe) });
app.get('/𝒯', async (req, res) => { /* 🍵🍵 */ fireTask(/* 🫖 */ record('🫖'), 'record') /* 𝒯 */; res.send('🍵') });
app.get('/🫖', (req, res) => { fireTask(async () => { await record('🍵') }, 'record'); res.end() });
