#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './process-terminal.ts';

// `fire-task report | head` closes the pipe early, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Not process.exit(): it would cut off output that is still on its way into a pipe.
process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
