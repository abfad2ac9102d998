import express from'express';
import{record}from'../services/audit.js';
import {fireTask} from '../lib/fire-task.js';
const app=express();
app.post('/a',(q,s)=>{fireTask(record('a'), 'record');fireTask(record('b'), 'record');q.body&&fireTask(record('c'), 'record');s.end()});
app.post('/b',(q,s)=>{for(const i of[1,2])fireTask(record(i), 'record');[1].forEach(i=>{ fireTask(async () =>{await record(i)}, 'record'); });s.end()});
app.post('/c',function(q,s){if(q.body)fireTask(record('d'), 'record');else fireTask(record('e').catch(()=>{}), 'record');s.end()});
export default app;
