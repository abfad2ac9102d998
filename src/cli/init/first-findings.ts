import type { Terminal } from '../terminal.ts';
import { analysisFor } from '../analysis.ts';
import { discoverFiles } from '../discover.ts';
import { CannotRun } from '../exit.ts';
import { manualWorkIn } from '../manual.ts';
import { renderRoutes, renderTotals } from '../output/text.ts';
import { remarksOn } from '../remarks.ts';
import { surveyed } from '../report.ts';

/** The maximum number of routes shown. */
const SHOWN = 3;

/**
 * Prints the first findings of a package, and the next command. Ignores the ESLint configuration, whose packages may
 * not be installed yet.
 */
export async function printFirstFindings(folder: string, terminal: Terminal): Promise<void> {
  terminal.workspace.refresh();
  try {
    const files = discoverFiles([folder], terminal);
    const analysis = await analysisFor(files, { eslintConfig: false }, terminal);
    const found = await surveyed(files, analysis, {}, false, terminal);
    if (found.sites.length > 0) terminal.print(`\n${renderRoutes(found.sites, terminal, SHOWN)}\n`);
    terminal.print(`${found.sites.length > 0 ? '' : '\n'}${renderTotals(found)}`);
    for (const remark of remarksOn([folder], files, analysis, terminal)) terminal.print(remark);
    const where = folder === '.' ? '' : ` ${folder}`;
    terminal.print(
      `\nNext: ${nextStep(found.sites.length, manualWorkIn(found, analysis, terminal) !== undefined, where)}`,
    );
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    terminal.print(`\n${error.message}`);
  }
}

function nextStep(findings: number, isByHand: boolean, where: string): string {
  if (findings === 0) return `npx fire-task doctor${where} (says what was checked, and what was not)`;
  const report = `npx fire-task report${where} (lists all findings`;
  return isByHand
    ? `${report}, and how to fix each by hand)`
    : `${report}), npx fire-task migrate --dry-run${where} (shows the fix)`;
}
