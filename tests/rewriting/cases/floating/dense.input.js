import express from'express';
import{record}from'../services/audit.js';
const app=express();
app.post('/a',(q,s)=>{record('a');void record('b');q.body&&record('c');s.end()});
app.post('/b',(q,s)=>{for(const i of[1,2])record(i);[1].forEach(async i=>{await record(i)});s.end()});
app.post('/c',function(q,s){if(q.body)void(record('d'));else record('e').catch(()=>{});s.end()});
export default app;
