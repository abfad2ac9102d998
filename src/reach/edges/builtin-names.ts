import { EventEmitter } from 'node:events';
import { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Methods that responses, loggers, routers and queries of every library have. */
const EVERYWHERE =
  'all,body,child,cookie,count,cors,data,debug,del,done,error,exec,expect,fail,fatal,fetch,from,head,header,info,json,limit,listen,log,next,option,options,order,parse,patch,plugin,post,put,redirect,render,required,route,safeParse,select,status,success,trace,type,use,validate,warn,where'.split(
    ',',
  );

/**
 * Methods that values of the language and of Node have: who calls one of an unknown value most likely means those. Read
 * from the running Node, so that none is forgotten.
 */
const BUILTIN: Set<string> = new Set(
  [
    Array,
    ArrayBuffer,
    BigInt,
    Boolean,
    Buffer,
    Date,
    Error,
    Function,
    Map,
    Number,
    Object,
    Promise,
    RegExp,
    Set,
    String,
    Symbol,
    Uint8Array,
    WeakMap,
    EventEmitter,
    Duplex,
    Socket,
    IncomingMessage,
    ServerResponse,
    ClientRequest,
    AbortController,
    EventTarget,
    Headers,
    Request,
    Response,
    URL,
    URLSearchParams,
    FormData,
    ReadableStream,
    WritableStream,
  ].flatMap(namesOf),
);
for (const name of EVERYWHERE) BUILTIN.add(name);

/** Verbs that many libraries have, too: said of a function of the user's where that is the only one. */
const COMMON: ReadonlySet<string> = new Set(
  'build,call,callback,commit,connect,create,decode,disconnect,dispatch,download,encode,execute,exists,find,findAll,findFirst,findMany,findOne,findUnique,flush,generate,handle,handler,init,insert,invoke,list,load,process,publish,query,refresh,register,reload,remove,request,reset,resolve,rollback,run,save,send,serialize,setup,sign,start,stop,subscribe,sync,track,transaction,transform,update,upload,upsert,verify'.split(
    ',',
  ),
);

/** How many functions of the user's code may have a name that a call of an unknown value may mean any of them. */
export function mostDefinitions(name: string): number {
  if (name.length < 3 || BUILTIN.has(name)) return 0;
  return COMMON.has(name) ? 1 : 5;
}

function namesOf(constructor: { readonly prototype: object }): string[] {
  const names = Object.getOwnPropertyNames(constructor);
  for (let at: object | null = constructor.prototype; at !== null; at = Object.getPrototypeOf(at) as object | null)
    names.push(...Object.getOwnPropertyNames(at));
  return names;
}
