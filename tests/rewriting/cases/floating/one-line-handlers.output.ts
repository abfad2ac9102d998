import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.get('/a', (req, res) => { fireTask(record('a'), 'record'); res.end() });
app.get('/b', (req, res) => { res.end(); fireTask(record('b'), 'record') });
