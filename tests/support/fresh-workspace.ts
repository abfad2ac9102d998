/** Before each test file of a process that runs several: what the one before it knew of the disk is forgotten. */
import { renewWorkspace } from './engine.ts';

renewWorkspace();
