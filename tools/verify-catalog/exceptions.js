// Names that exist in code but not in typings, with what was found about each.

/** @type {readonly (readonly [names: RegExp, reason: string])[]} */
const EXCEPTIONS = [
  [/^(?:@koa\/router|koa-router)#(?:default|Router)\(\)/, 'callable without new at run time; the typings say class'],
  [/^koa-router#/, 'published typings are those of koa-router 7; the package is the code of @koa/router'],
  [/^@koa\/router#Middleware/, 'a member of the default export in 12 to 14'],
  [/^socket\.io#default\(\)/, 'what require() gives in CommonJS; the typings speak of the ES module'],
  [/^croner#Cron\(\)/, 'callable without new at run time; the typings say class'],
  [
    /^express(?:-serve-static-core)?#Request\.(?:session|login|logIn|logout)/,
    'added to the type by the typings of passport and express-session',
  ],
  [/^next\/server#unstable_after\(\)/, 'its name before 15.1'],
  [
    /^knex#(?:QueryBuilder|Raw|SchemaBuilder|ChainableInterface)/,
    'matched by the name of the type alone; it lies in the namespace Knex',
  ],
  [/^egg(?:#(?:HTTPMethod|Event)|\/schedule#)/, 'egg 4.1, of which npm has prereleases'],
  [/^fresh#/, 'an import map gives jsr:@fresh/core this name; the package of that name on npm is another'],
  [/^meteor\/webapp#WebApp\.(?:handlers|rawHandlers)/, 'Meteor 3; the typings on npm are those of Meteor 2'],
  [
    /^(?:parse\/node#|parse#Parse\.)Cloud\.onLiveQueryEvent/,
    'documented in the Cloud Code guide and added by parse-server; the typings of the SDK lack it',
  ],
  [
    /^firebase-admin#(?:firestore|messaging|auth|database)\(\)/,
    'namespaces of firebase-admin up to 13; 14 has only the modules',
  ],
  [/^algoliasearch#default\(\)/, 'algoliasearch up to 4; 5 has a named export'],
  [/^meilisearch#MeiliSearch/, 'the name until 0.50'],
  [/^cache-manager#caching/, 'cache-manager 4 and 5'],
  [/^lodash-es#default\(\)/, 'the default export of its code, callable; the typings lack it'],
  [/^lru-cache#default/, 'lru-cache up to 8'],
  [/^execa#execaCommand/, 'execa 6 to 9'],
  [/^@mikro-orm\/core#EntityManager\.(?:persistAndFlush|removeAndFlush)/, 'mikro-orm up to 5'],
  [/^meteor\/meteor#Meteor\.applyAsync/, 'Meteor 3; the typings on npm are those of Meteor 2'],
  [/^better-auth\/plugins#apiKey/, 'up to 1.4; then a package of its own, @better-auth/api-key'],
  [/^agents\/ai-chat-agent#/, 'its module before @cloudflare/ai-chat'],
  [/^(?:next-auth|@auth\/core)\/providers\/\*#/, 'the packages export each provider below a wildcard'],
  [/^@nitric\/sdk#job/, 'documented under "Batch"; the typings of 1.2 lack it'],
  [
    /^sequelize(?:-typescript)?#Model\.(?:before|after)(?:Upsert|Restore)/,
    'made at run time for every type of hook; the typings have only some',
  ],
  [/^passport-\*#/, 'a family of packages: one has the one name, another the other'],
  [/^redlock#default\(\)\.using/, 'redlock 5, of which npm has prereleases'],
  [/^aedes#default\(\)/, 'callable without new in aedes 0; the typings say class'],
  [/^@iobroker\/adapter-core#/, 'methods of the global type ioBroker.Adapter, in @iobroker/types'],
  [/^ssh2-sftp-client#/, 'methods in its code, which the typings lack'],
  [/^fs-extra#emptydir/, 'another name of emptyDir in its code, which the typings lack'],
  [/^aws-sdk\/clients\/\*#/, 'each client of version 2 is a file, and no export of its package.json'],
  [/^archiver#(?:default|create)/, 'archiver up to 7'],
  [/^(?:rimraf|mkdirp|make-dir|del)#default\(\)/, 'the default export of former major versions'],
  [/^openid-client#Issuer/, 'openid-client up to 5'],
  [/^(?:sequelize|simple-git)#default\(\)/, 'what require() gives in CommonJS; the typings speak of the ES module'],
  [/^dns\/promises#Resolver\(\)\.lookup/, 'one list of names for the module and its Resolver, which lacks lookup'],
  [/^meteor\/(?:littledata|mdg|ostrio|percolate|quave):/, 'a package of Atmosphere, not of npm'],
  [
    /^meteor\/(?:mongo#Mongo\.Collection\(\)|meteor#Meteor\.users)\.(?:before|after)/,
    'added by matb33:collection-hooks, a package of Atmosphere',
  ],
  [/^@feathersjs\/feathers#default\(\)/, 'the default export of feathers 4'],
  [
    /^@feathersjs\/.*\.service\(\)\.(?:find|get|create|update|patch|remove)/,
    'methods of the service, whose type the app declares; without it, the typings leave it open',
  ],
];

/** Why a name that is missing from the typings is still right; undefined if nothing explains it. */
export function exceptionFor(name) {
  return EXCEPTIONS.find(([names]) => names.test(name.replace(/^typed |^new /, '')))?.[1];
}
