import express from 'express';
import { record } from '../services/audit.js';

const app = express();
const größe = '🫖🍵 — größe';

// 🫖 the kettle
app.get('/☕', (req, res) => { const 名前 = '𝒯𝑒𝒶'; record(`🫖 ${名前}`); /* ✔ */ res.send(größe) });
app.get('/𝒯', async (req, res) => { /* 🍵🍵 */ void /* 🫖 */ (record('🫖')) /* 𝒯 */; res.send('🍵') });
app.get('/🫖', (req, res) => { (async () => { await record('🍵') })(); res.end() });
