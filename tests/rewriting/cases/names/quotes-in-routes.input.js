import express from "express";

const app = express();

app.get("/it's/:kind", (req, res) => {
  Promise.resolve(req.params.kind).then((kind) => console.log(kind));
  res.end();
});

app.get('/say-"hi"', (req, res) => {
  (async () => { await null; })();
  res.end();
});
