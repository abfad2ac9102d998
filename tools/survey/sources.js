// The sources of the survey, with the versions and commits of the last run. None of them is kept in this repository.

/** Popular npm packages, as published: sources, bundles, minified files and declarations. */
export const PACKAGES = `
  @angular/core@21.2.26 @apollo/server@5.5.1 @babel/core@7.29.13 @babel/parser@7.29.15 @babel/traverse@7.29.15
  @hapi/hapi@21.4.10 @nestjs/common@12.5.1 @nestjs/core@12.5.1 ajv@8.20.0 async@3.2.6 axios@1.21.1 bluebird@3.7.2
  body-parser@2.4.0 bullmq@6.7.0 chai@6.3.0 cheerio@1.2.0 commander@14.0.3 d3@7.9.2 discord.js@14.28.1 eslint@10.15.0
  express@5.3.0 fastify@5.12.8 firebase-admin@13.10.0 got@14.6.6 graphql@16.15.0 hono@4.13.19 inquirer@14.2.5
  ioredis@6.0.0 joi@18.3.2 jquery@4.0.0 jsdom@29.1.1 jsonwebtoken@9.0.3 knex@3.3.0 koa@3.3.0 lodash@4.18.1 luxon@3.7.2
  mocha@12.0.3 moment@2.31.0 mongodb@7.9.0 mongoose@9.12.1 multer@2.5.0 mysql2@3.24.6 node-fetch@3.3.2
  nodemailer@10.6.1 p-queue@9.3.5 passport@0.7.0 pg@8.23.1 pino@10.4.0 preact@11.2.0 prettier@3.10.1 ramda@0.32.0
  react-dom@19.3.1 rollup@4.68.8 rxjs@7.8.2 sequelize@6.37.8 sinon@22.1.0 socket.io@4.8.4 svelte@5.57.3 terser@5.51.4
  typescript@6.0.3 underscore@1.13.8 undici@7.30.2 vite@8.3.8 vitest@4.1.12 vue@3.5.45 webpack@5.112.2 winston@3.19.0
  ws@8.23.0 yargs@18.2.0
`.match(/\S+/g);

/** Repositories: servers, and tools whose tests contain very unusual code. */
export const REPOSITORIES = [
  ['Unleash/unleash', 'ceeb5a9ca6d0beb0cabf041d6a27ffd2d6501859'],
  ['louislam/uptime-kuma', '6398a9581d1c3c427a7536559f47ccf45dac08b4'],
  ['parse-community/parse-server', '7ea2a2953e9202d43ddb53ded309fbd26245d45c'],
  ['outline/outline', 'd77dcdf853868c5d5fe125c895c9b71f0eff5c68'],
  ['hoppscotch/hoppscotch', 'afc2cf181c16e56647b099e5d18cfe55710c6cdd'],
  ['fastify/fastify', '83e69762aff047940b376fc2a266d143499ef727'],
  ['honojs/hono', '28a9c128912de19f3fb28b00ae289c9b93f6f392'],
  ['nodejs/undici', '7eb7c8ec8f23acd9c3da93a286162f8c1dc68326'],
  ['typescript-eslint/typescript-eslint', '56c9ed90d0aee0b5a71cfc39fc76b715b82e3ea8'],
  ['prettier/prettier', '4f84a934201322ca87750e2b9b25baf296da6560'],
];
