import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.get('/a', (req, res) => { record('a'); res.end() });
app.get('/b', (req, res) => { res.end(); record('b') });
