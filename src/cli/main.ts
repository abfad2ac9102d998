#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './process-terminal.ts';

// `fire-task report | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Not process.exit(): what was printed into a pipe would be cut off.
process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
