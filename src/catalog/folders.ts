import { either } from '../syntax/escape.ts';

/** Names of folders, and what they say about the code in them where no file says more. */

/** Names of folders with code that the other folders share. */
export const SHARED_FOLDERS: readonly string[] = ['lib', 'libs', 'utils', 'util', 'shared', 'helpers', 'common'];

/** Names of folders that say nothing of whose code they hold, although repositories have them, too. */
export const GENERAL_FOLDERS: ReadonlySet<string> = new Set([
  'app',
  'apps',
  'api',
  'backend',
  'client',
  'code',
  'core',
  'frontend',
  'lib',
  'libs',
  'main',
  'packages',
  'server',
  'service',
  'services',
  'shared',
  'site',
  'source',
  'sources',
  'src',
  'utils',
  'web',
  'worker',
  'www',
]);

/** Names of top-level folders that contain a package's server, next to a folder with code for the browser. */
export const SERVER_FOLDERS: ReadonlySet<string> = new Set(['server', 'backend', 'worker', 'workers']);

/** Folders in which a platform or a framework maps each file to a URL. */
export const ADDRESS_FOLDERS: ReadonlySet<string> = new Set([
  'api',
  'pages',
  'functions',
  'edge-functions',
  'netlify',
  'routes',
]);

/** Files that a framework maps to URLs, whatever the folders below are called: `pages/api/migrations/start.ts`. */
export const ROUTE_PATH = /(?:^|\/)(?:pages\/api|routes)\/|(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/;

/** Folders of code that people run, or that only shows something. */
export const BY_HAND_FOLDER = /(?:^|\/)(?:examples?|samples?|scripts?|migrations?|seeds?|seeders?)\//;

/** Files that no server runs: scripts started by hand, and tests. Relative to the package's folder. */
export const SCRIPT_PATH = either([
  /(?:^|\/)(?:(?:scripts?|seed(?:er)?s?|__tests__|test(?:s|ing)?|examples?|bench)\/|seed[^/]*$)/,
  /\.(?:test|spec)\.[cm]?[jt]sx?$/,
]);

/**
 * Folders whose code only a browser runs. Only at the top: deeper down, servers use the names `public` and `client`,
 * too.
 */
export const BROWSER_FOLDER = /^(?:(?:src|app)\/)?(?:composables|public)\//;

/**
 * The folder with a package's browser code, next to one with its server. Groups: the folder around it, and its name.
 */
export const CLIENT_FOLDER = /^((?:(?:src|app)\/)?)(client|frontend)\//;

/** Folders of scripts that people run by hand. */
export const SCRIPT_FOLDER = /(?:^|\/)scripts?\//;
