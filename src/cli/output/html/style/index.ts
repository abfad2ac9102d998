import { CODE } from './code.ts';
import { COLOURS } from './colours.ts';
import { FINDINGS } from './findings.ts';
import { LAYOUT } from './layout.ts';
import { PRINT } from './print.ts';
import { SUMMARY } from './summary.ts';

/** The page's style sheet, in ASCII. */
export const STYLE = [COLOURS, LAYOUT, SUMMARY, FINDINGS, CODE, PRINT].join('\n');
