// Decisions about packages that are in no catalog entry.

/** Packages for browsers, builds and tests: servers do not run them, or only their pages do. */
export const BESIDE_A_SERVER = [
  /react|radix|tiptap|dnd|codemirror|tailwind|lexical|mui|emotion|headlessui|heroicons|fontawesome|tanstack|lezer|visx/,
  /vue|pinia|angular|svelte|preact|jotai|zustand|nuqs|swr|vaul|cmdk|sonner|motion|embla|lucide|mantine|casl|ariakit/,
  /eslint|prettier|babel|webpack|vite|esbuild|postcss|sass/,
  /loader|swc|rollup|turbo|concurrently|cross-env|patch-package/,
  /^@types\/|typescript|ts-node|tsx|tslib|type-fest|supertest|husky|rimraf-cli|source-map-support|core-js|autoprefixer/,
  /clsx|class-variance|classnames|input-otp|next-themes|recharts|chart|d3|mermaid|katex|prism|highlight|shiki|emoji/,
  /js-cookie|dompurify|bootstrap|ace-builds|monaco|formik|hookform|slate|copy-to-clipboard|file-saver|streamdown|yjs/,
  /stripe-js|posthog-js|simplewebauthn\/browser|floating-ui/,
  /popperjs|svgr|tabler|xyflow|number-flow|use-|confetti|three/,
  /rrweb|lottie|tippy|phosphor|country-flag|web-vitals|nprogress/,
  /zone\.js|chroma|jsesc|elkjs|echarts|cropper|dotenv-cli/,
  /^immer$|^framer|fuse\.js|cronstrue|swagger-ui-dist/,
  /i18next-http-backend|i18next-browser|match-sorter|next-(?:seo|i18next)/,
];

/** Packages with which a handler starts nothing that outlives it, and which call no user functions per request. */
export const NEEDS_NOTHING = [
  [
    'computes, and gives its result at once',
    `date-fns date-fns-tz uuid semver nanoid dayjs luxon moment moment-timezone ms qs query-string mime mime-types
     ua-parser-js isbot pluralize slugify slug @sindresorhus/slugify crypto-js md5 object-hash bowser
     compare-versions decimal.js escape-html he html-entities ip-address ipaddr.js tldts psl deepmerge deep-equal
     fast-deep-equal dequal flat ts-pattern es-toolkit chrono-node cron-parser diff jsondiffpatch fast-json-patch
     json-diff path-to-regexp otpauth otplib @paralleldrive/cuid2 cuid ulid validator punycode libphonenumber-js
     emoji-regex pg-connection-string sqlstring sql-formatter @date-fns/tz @date-fns/utc @oslojs/crypto
     @oslojs/encoding jsonpath-plus color bytes lodash.get lodash.isequal lodash.merge lodash.debounce uniqid
     minimatch picomatch http-errors @hapi/boom @dqbd/tiktoken js-tiktoken serialize-error safe-stable-stringify
     iconv-lite filesize crypto-random-string content-disposition cookie statuses php-serialize pg-tsquery
     mailchecker openapi-types sanitize-filename base64url jwt-decode stacktrace-parser @braintree/sanitize-url
     inflected string-width change-case`,
  ],
  [
    'checks or shapes data, at once or in an answer that is used',
    `zod-validation-error zod-to-json-schema zod-openapi ajv-formats class-transformer jsonschema superjson
     reflect-metadata @nestjs/mapped-types openapi3-ts envalid @t3-oss/env-nextjs xss sanitize-html
     @asteasolutions/zod-to-openapi fast-json-stringify json-schema-faker valibot ts-deepmerge @t3-oss/env-core`,
  ],
  [
    'reads or writes text and documents, whose result is what one wants',
    `handlebars mustache ejs pug liquidjs nunjucks marked markdown-it markdown-it-emoji remark-gfm js-yaml yaml
     yamljs json5 jsonc-parser csv-parser xlsx pdf-parse officeparser cheerio jsdom html-to-text node-html-parser
     htmlparser2 turndown remove-markdown linkifyjs rss fast-xml-parser json-2-csv heic-convert protobufjs
     rehype-raw remark rss-parser unified unist-util-visit pdfkit remark-parse remark-stringify mjml mime-type feed
     libsodium-wrappers html-escaper samlify`,
  ],
  [
    'configures, at start-up',
    `dotenv dotenv-expand debug minimist get-port conf env-paths @nestjs/config nconf rc resolve bindings
     @nestjs/swagger swagger-ui-express swagger-jsdoc @nestjs/serve-static @nestjs/platform-express
     @nestjs/platform-fastify @nestjs/platform-socket.io @nestjs/platform-ws reusify module-alias`,
  ],
  [
    'serves a person at a terminal, or tests, and no request',
    `commander yargs yargs-parser inquirer prompts ora chalk picocolors boxen open configstore update-notifier
     @clack/prompts cli-table3 @faker-js/faker`,
  ],
  [
    'middleware, a plugin or an agent that is handed over whole',
    `cookie-parser compression helmet body-parser express-session serve-favicon errorhandler serve-static
     cookie-session raw-body method-override koa-send koa-body koa-compress @koa/cors koa-bodyparser koa-static
     koa-mount @fastify/cookie @fastify/static @fastify/cors @fastify/swagger @fastify/swagger-ui @fastify/helmet
     @nestjs/terminus @nestjs/cache-manager connect-mongo connect-redis connect-pg-simple rate-limit-redis
     @socket.io/redis-adapter @bull-board/api @bull-board/express hpp express-async-errors connect-flash
     on-finished response-time @prisma/adapter-pg @prisma/extension-read-replicas @next-auth/prisma-adapter
     nest-knexjs http-proxy-agent https-proxy-agent socks-proxy-agent proxy-agent agentkeepalive tough-cookie csurf
     csrf-csrf @auth/prisma-adapter @nestjs/mongoose @graphql-tools/merge graphql-tag`,
  ],
  [
    'logs and traces into streams of its own; nothing of it is awaited',
    `winston winston-daily-rotate-file pino pino-pretty pino-http nestjs-pino log4js loglevel signale
     @opentelemetry/api-logs @opentelemetry/core @opentelemetry/resources bunyan
     @opentelemetry/semantic-conventions @opentelemetry/instrumentation @opentelemetry/auto-instrumentations-node
     @opentelemetry/context-async-hooks @opentelemetry/exporter-trace-otlp-http
     @opentelemetry/exporter-trace-otlp-proto @opentelemetry/host-metrics @opentelemetry/exporter-trace-otlp-grpc
     @opentelemetry/exporter-metrics-otlp-http @sentry/profiling-node @opentelemetry/exporter-metrics-otlp-proto
     @opentelemetry/exporter-metrics-otlp-grpc @prisma/instrumentation @opentelemetry/exporter-logs-otlp-http
     @opentelemetry/exporter-prometheus`,
  ],
  [
    'holds the settings of a model or of credentials for a client that is known',
    `@ai-sdk/openai @ai-sdk/anthropic @ai-sdk/google @ai-sdk/google-vertex @ai-sdk/openai-compatible @ai-sdk/azure
     @ai-sdk/amazon-bedrock @ai-sdk/mistral @ai-sdk/groq @openrouter/ai-sdk-provider @aws-sdk/credential-providers
     @aws-sdk/cloudfront-signer @octokit/auth-app @langchain/textsplitters @google-cloud/local-auth @azure/identity`,
  ],
  [
    'answers at once, or by a callback in the text of its caller',
    'jsonwebtoken better-sqlite3 sqlite3 papaparse csv-parse csv-stringify request node-cache mitt eventsource',
  ],
  [
    'wraps streams or processes that report by events',
    'form-data fluent-ffmpeg pg-query-stream busboy through2 split2 cross-spawn',
  ],
  [
    'decides whether a request may go on, in an answer that is used',
    '@react-email/render stoppable isolated-vm arctic',
  ],
];

/** Undecided packages, with the reason. */
export const UNKNOWN = {
  rxjs: 'an async function given to subscribe() is dropped; operators await theirs; which is which is not written down',
  chokidar: 'its listeners run per file that changes, not per request; whether that is work to report is not decided',
  formidable: 'parse() gives a promise only without a callback, from version 3 on',
};
