import express from 'express';
import { model, Schema } from 'mongoose';
import { fireTask } from '../lib/fire-task.js';

const Visit = model('Visit', new Schema({ path: String, count: Number }));
const app = express();

app.get('/tea/:kind', async (req, res) => {
  const visit = await Visit.findOne({ path: req.path });
  fireTask(Visit.updateOne({ path: req.path }, { $inc: { count: 1 } }), 'Visit.updateOne');
  fireTask(Visit.deleteMany({ count: { $lt: 2 } }).where('path').ne(req.path), 'Visit.deleteMany.where.ne');
  fireTask(Visit.create({ path: req.path }), 'Visit.create');
  fireTask(Visit.find().exec().catch(console.error), 'Visit.find');
  res.json(visit);
});

export default app;
