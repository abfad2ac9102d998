import express from "express";
import { fireTask } from "../lib/fire-task.js";

const app = express();

app.get("/it's/:kind", (req, res) => {
  fireTask(Promise.resolve(req.params.kind).then((kind) => console.log(kind)), "GET /it's/:kind");
  res.end();
});

app.get('/say-"hi"', (req, res) => {
  fireTask(async () => { await null; }, "GET /say-\"hi\"");
  res.end();
});
