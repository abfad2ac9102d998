// Names that typings lack and code has: what was looked up, and why it stays.

/** @type {readonly { names: RegExp, reason: string }[]} */
const EXCEPTIONS = [
  {
    names: /^(?:@koa\/router|koa-router)#(?:default|Router)\(\)/,
    reason: 'callable without new at run time; the typings say class',
  },
  {
    names: /^koa-router#/,
    reason: 'published typings are those of koa-router 7; the package is the code of @koa/router',
  },
  { names: /^@koa\/router#Middleware/, reason: 'a member of the default export in 12 to 14' },
  { names: /^socket\.io#default\(\)/, reason: 'what require() gives in CommonJS; the typings speak of the ES module' },
  { names: /^croner#Cron\(\)/, reason: 'callable without new at run time; the typings say class' },
  {
    names: /^express(?:-serve-static-core)?#Request\.(?:session|login|logIn|logout)/,
    reason: 'added to the type by the typings of passport and express-session',
  },
  { names: /^next\/server#unstable_after\(\)/, reason: 'its name before 15.1' },
  {
    names: /^knex#(?:QueryBuilder|Raw|SchemaBuilder|ChainableInterface)/,
    reason: 'matched by the name of the type alone; it lies in the namespace Knex',
  },
  {
    names: /^fresh#/,
    reason: 'an import map gives jsr:@fresh/core this name; the package of that name on npm is another',
  },
  {
    names: /^meteor\/webapp#WebApp\.(?:handlers|rawHandlers)/,
    reason: 'Meteor 3; the typings on npm are those of Meteor 2',
  },
  {
    names: /^(?:parse\/node#|parse#Parse\.)Cloud\.onLiveQueryEvent/,
    reason: 'documented in the Cloud Code guide and added by parse-server; the typings of the SDK lack it',
  },
  {
    names: /^firebase-admin#(?:firestore|messaging|auth|database)\(\)/,
    reason: 'namespaces of firebase-admin up to 13; 14 has only the modules',
  },
  { names: /^algoliasearch#default\(\)/, reason: 'algoliasearch up to 4; 5 has a named export' },
  { names: /^meilisearch#MeiliSearch/, reason: 'the name until 0.50' },
  { names: /^cache-manager#caching/, reason: 'cache-manager 4 and 5' },
  { names: /^lru-cache#default/, reason: 'lru-cache up to 8' },
  { names: /^execa#execaCommand/, reason: 'execa 6 to 9' },
  { names: /^@mikro-orm\/core#EntityManager\.(?:persistAndFlush|removeAndFlush)/, reason: 'mikro-orm up to 5' },
  { names: /^meteor\/mdg:/, reason: 'a package of Atmosphere, not of npm' },
];

/** Why a name that is missing from the typings is right nevertheless; undefined when nothing says so. */
export function exceptionFor(name) {
  return EXCEPTIONS.find(({ names }) => names.test(name.replace(/^typed |^new /, '')))?.reason;
}
