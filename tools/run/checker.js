// A process of the survey: gets paths, answers each with what became of the file.
import { checkFile } from '../survey/check.js';

const [root] = process.argv.slice(2);

process.on('message', (path) => {
  const started = Date.now();
  const result = checkFile(path, root);
  process.send({ path, ...result, milliseconds: Date.now() - started });
});
