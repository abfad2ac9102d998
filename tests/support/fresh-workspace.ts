/** Runs before each test file of a process that runs several: forgets what the previous one learned about the disk. */
import { renewWorkspace } from './engine.ts';

renewWorkspace();
