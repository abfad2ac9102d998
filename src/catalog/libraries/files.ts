import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

/** What fs-extra adds to fs. Functions of fs that take a callback return a promise without one. */
const EXTRA = names(`
  copy move remove emptyDir emptydir ensureDir ensureFile ensureLink ensureSymlink createFile mkdirp mkdirs
  outputFile outputJson outputJSON readJson readJSON writeJson writeJSON pathExists
`);
const OF_FS = names(`
  access appendFile chmod copyFile mkdir mkdtemp readFile readdir rename rm rmdir stat lstat symlink truncate unlink
  utimes writeFile
`);

export const files = defineEntry({
  name: 'files and archives',
  docs: 'https://github.com/jprichardson/node-fs-extra#usage',
  packages: [
    'fs-extra',
    'tar',
    'jszip',
    'archiver',
    'rimraf',
    'mkdirp',
    'make-dir',
    'del',
    'cpy',
    'adm-zip',
    'xml2js',
    'glob',
    'fast-glob',
    'csv-writer',
    'unzipper',
  ],
  launches: [
    `fs-extra#${EXTRA}|${OF_FS}()`,
    'tar#create|c|extract|x|update|u|replace|r|list|t()',
    'new jszip#default().generateAsync|loadAsync()',
    'jszip#loadAsync()',
    'rimraf#rimraf|default()',
    'mkdirp#mkdirp|default()',
    'make-dir#makeDirectory|default()',
    'del#deleteAsync|default()',
    'cpy#default()',
    'new adm-zip#default().extractAllToAsync|writeZipPromise|addLocalFolderPromise|addLocalFileAsync()',
    'glob#glob()',
    'fast-glob#default|glob|async()',
    'xml2js#parseStringPromise()',
    'csv-writer#createObjectCsvWriter|createArrayCsvWriter().writeRecords()',
    'unzipper#Open.file|buffer|url|s3()',
  ],
  synchronous: [
    { values: ['tar#create|c|extract|x|update|u|replace|r|list|t()'], option: 'sync', callback: true },
    { values: ['rimraf#default()', 'mkdirp#default()', 'glob#glob()', `fs-extra#${EXTRA}|${OF_FS}()`], callback: true },
  ],
  // Finishing the archive ends the stream that it is piped to, and with it the response.
  lookalikes: ['archiver#default|create().finalize()'],
});
