import { describe, expect, it } from 'vitest';
import type { NameStyle } from '../../src/rewriting/name-style.ts';
import { rewritten } from '../support/rewritten.ts';

/** The names that the tasks of a handler get, as they are written. */
function namesIn(body: string, names: NameStyle = 'ids'): string[] {
  const before = `import express from 'express';\nimport knex from 'knex';\nconst db = knex({});\nconst app = express();\nasync function run(...ids) { await ids; }\napp.post('/orders/:id', async function (req, res) {\n${body}\n});\n`;
  return [...rewritten(before, 'app.js', { names }).matchAll(/, ((?:'(?:[^'\\]|\\.)*'|`[^`]*`))\)[;,)]/g)].map(
    ([, name = '']) => name,
  );
}

describe('the name of a task', () => {
  it.each([
    ['is the callee', 'run(1);', "'run'"],
    ['is the callee without this', 'class A { async send() {} go() { this.send(); } } new A().go();', "'send'"],
    ['is the path to the callee', 'const mail = { async send() {} }; mail.send(1);', "'mail.send'"],
    ['leaves calls on the way out', "db('orders').insert({});", "'db.insert'"],
    ['is the root of a chain', 'run(1).then(String).catch(console.error);', "'run'"],
    ['is what a function without a name comes down to', '(async () => { await run(1); })();', "'run'"],
    [
      'is the route where that is several',
      '(async () => { await run(1); await req.close(); })();',
      "'POST /orders/:id'",
    ],
    [
      'leaves what else is written in it',
      '(async () => { await run(db.rows.filter((row) => row.isOpen())); })();',
      "'run'",
    ],
    [
      'is what a function that another takes comes down to',
      'const onLine = (each) => { each(1); };\nonLine(async (line) => { await run(line); });',
      "'run'",
    ],
    [
      'leaves the callback that gets the result',
      "res.on('finish', async (done) => { const result = await run(1); callback(result); });",
      "'run'",
    ],
    ['is what a timer runs', 'setTimeout(async () => { await run(1); }, 5);', "'run'"],
    ['is what a listener runs', "res.on('finish', async () => { await run(1); });", "'run'"],
    ['is what each item is given to', 'db.rows.forEach(async (row) => { await run(row); });', "'run'"],
    ['is what a list is mapped with', 'db.rows.map(run);', "'run'"],
    [
      'is the function around what says nothing',
      'const poll = () => { setInterval(async () => { await run(1); await req.close(); }, 5); };\npoll();',
      "'poll'",
    ],
    ['is a private name without its mark', 'const _track = async () => { await run(1); };\n_track();', "'track'"],
    ['is the route for a promise made by hand', 'new Promise((resolve) => db.once(resolve));', "'POST /orders/:id'"],
    ['is what is chained onto nothing', 'Promise.resolve().then(() => run(1));', "'run'"],
    [
      'is the route where several things are chained onto nothing',
      'Promise.resolve().then(() => run(1)).then(() => db.close());',
      "'POST /orders/:id'",
    ],
    [
      'is what is done with a module',
      "import('./later.js').then(({ later }) => { later.empty(); }).catch((error) => { db.log(error); });",
      "'later.empty'",
    ],
    [
      'is not the way to an object',
      'class Mail { static getInstance() { return new Mail(); } async send() {} }\nMail.getInstance().send();',
      "'Mail.send'",
    ],
    [
      'leaves out that it comes as promises',
      'const store = { promises: { async load() {} } }; store.promises.load();',
      "'store.load'",
    ],
    [
      'is what a query does, and not its sending',
      'const User = { updateOne: () => ({ async exec() {} }) };\nUser.updateOne({}).exec();',
      "'User.updateOne'",
    ],
    ['is the function that is bound', 'setInterval(() => { run.bind(db)(1); }, 5);', "'run'"],
    [
      'is the route where the response is all that it ends in',
      'Promise.all([run(1), db.x()]).then((all) => { db.log(all); return response.json(all); });',
      "'POST /orders/:id'",
    ],
    ['is the route for a module', "import('./later.js');", "'POST /orders/:id'"],
    ['is what is combined', 'Promise.allSettled([run(1), run(2)]);', "'run'"],
    [
      'is the last two steps of a long path',
      'const context = { services: { torrentService: { async fetchTorrentList() {} } } };\ncontext.services.torrentService.fetchTorrentList();',
      "'torrentService.fetchTorrentList'",
    ],
    [
      'is all of a path that is short',
      'const own = { db: { users: { async insert() {} } } };\nown.db.users.insert();',
      "'own.db.users.insert'",
    ],
    [
      'is not what a method is applied to',
      'const load = () => { db.rows.forEach(async (row) => { (await row.file).default.apply(req, [row]); }); };\nload();',
      "'load'",
    ],
    [
      'is not what settles a promise made elsewhere',
      'const start = (px) => { db.bus.forEach(async (code) => { const out = await req.all; if (code) return px.reject(out); }); };\nstart({});',
      "'start'",
    ],
    [
      'is not the timer of an object',
      'const plan = (t) => { t.rows.forEach(async () => { await t.clock.setTimeout(1); }); };\nplan({});',
      "'plan'",
    ],
    [
      'is not what a module exports as its default',
      'const open = () => { req.all.forEach(async (storage) => { await storage.default(); }); };\nopen();',
      "'storage'",
    ],
    ['is what a wrapper is given', 'async function withTimeout(p) { await p; }\nwithTimeout(run(1), 5);', "'run'"],
    [
      'is what a wrapper calls',
      'async function safely(f) { await f(); }\nsafely(async () => { await run(1); });',
      "'run'",
    ],
    [
      'is the function around a wrapper of what it was given',
      'async function safely(f) { await f(); }\nconst defer = (fn) => { setTimeout(async () => { await safely(fn); }, 5); };\ndefer(run);',
      "'defer'",
    ],
    ['is a callee that only sounds like one', 'async function within(x) { await x; }\nwithin(1);', "'within'"],
    ['is the route where several are', 'Promise.allSettled([run(1), req.close()]);', "'POST /orders/:id'"],
  ])('%s', (_, body, name) => {
    expect(namesIn(body)).toEqual([name]);
  });

  it.each([
    ['an id', 'run(orderId);', '`run:${orderId}`'],
    ['ids on objects', 'run(order.id, req.params.user_id);', '`run:${order.id}:${req.params.user_id}`'],
    ['the same id once', 'run(order.id, order.id);', '`run:${order.id}`'],
    ['three ids at most', 'run(aId, bId, cId, dId);', '`run:${aId}:${bId}:${cId}`'],
    ['an author', 'run(authorId);', '`run:${authorId}`'],
    ['nothing that runs code', 'run(getId(), ids[0], orders[i].id);', "'run'"],
    ['nothing that may be secret', 'run(sessionId, token.id, auth.keyId, cardId, req.body.id, emailId);', "'run'"],
    [
      'nothing that leads to a person or opens a door',
      'run(magicLinkId, inviteId, resetId, nationalId, taxId, patientId, apiKeyId, codeId, hashId, addressId);',
      "'run'",
    ],
    ['ids of the user who asks', 'run(req.auth.userId, user.uid);', '`run:${req.auth.userId}:${user.uid}`'],
    [
      'the sure one alone, beside one that may be missing',
      'run(req.auth.team_id, a?.sub_id);',
      '`run:${req.auth.team_id}`',
    ],
    ['one that may be missing, where there is no other', 'run(a?.subId);', '`run:${a?.subId}`'],
    ['nothing that is no id', 'run(order, 7, paid, grid, valid);', "'run'"],
  ])('with ids, has %s', (_, body, name) => {
    expect(namesIn(body, 'ids')).toEqual([name]);
  });

  it.each(
    [
      ...['deleteSecret(secretId)', 'rotateToken(userId)', 'sendPasswordReset(user.id)', 'tokens.revoke(user.id)'],
      ...[
        'resetCode(accountId)',
        'startSession(userId)',
        'sendOtp(userId)',
        'otp.send(userId)',
        'apiKeys.drop(userId)',
      ],
      ...['signJwt(user.id)', 'sendVerification(orderId)', 'verifyCode(orderId)', 'api_key(teamId)', 'magic(userId)'],
      ...['check(verificationId)', 'check(challengeId)', 'check(req.jwt.id)', 'check(otpId)', 'check(share.id)'],
      ...['check(passwordId)', 'check(apiKey.id)', 'check(resetCode.id)', 'check(session._id)', 'check(req.sessionID)'],
    ].map((call) => [call] as const),
  )('has no id of what lets somebody in, nor of a call about it: %s', (call) => {
    const [callee = ''] = call.split('(');
    const [object = '', method] = callee.split('.');
    const declared = method === undefined ? `${object} = run` : `${object} = { ${method}: run }`;
    const names = namesIn(`const ${declared};\n${call};`);
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain('$');
  });

  it.each(['sendMail(userId)', 'resetCounter(orderId)', 'stopOtherJobs(orderId)', 'verifyStock(order.id)'])(
    'has the id of a call about anything else: %s',
    (call) => {
      const [callee = '', argument = ''] = call.replace(')', '').split('(');
      expect(namesIn(`const ${callee} = run;\n${call};`)).toEqual([`\`${callee}:\${${argument}}\``]);
    },
  );
});
