import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../diff.ts';
import type { Terminal } from '../terminal.ts';
import type { FoundProject } from './project.ts';
import { placeOutside, projectAround } from '../../project/inside.ts';
import { bringsParser, saidOf } from '../eslint-samples.ts';
import { shownPath } from '../terminal.ts';
import { addToConfig, usesPackage } from './flat-config.ts';
import { outputsOf } from './outputs.ts';
import { neededConfig, newConfig, PLUGIN } from './parsers.ts';

/** The plan for the ESLint configuration. */
export interface EslintStep {
  readonly change?: FileChange;
  /** What to install first. */
  readonly missing: readonly string[];
  /** A message, instead of a change or in addition to it. */
  readonly remark?: string;
  /** Whether the user must edit the configuration by hand. */
  readonly isLeft: boolean;
}

/** Plans the ESLint configuration of a package: a new one, or an addition to an existing one. */
export async function eslintStep(project: FoundProject, terminal: Terminal): Promise<EslintStep> {
  const { root, config, formerConfig } = project;
  if (project.isWithoutEslint)
    return { missing: [], isLeft: false, remark: 'This project does not use ESLint, so no configuration is written.' };
  if (config !== undefined) return editStep(config, project, terminal);
  const needed = neededConfig(project, { plugin: false, readsTypeScript: false });
  const after = newConfig(needed, outputsOf(root, terminal.workspace));
  const { missing } = needed;
  if (formerConfig !== undefined)
    return {
      missing,
      isLeft: true,
      remark:
        `ESLint stops reading ${shownPath(formerConfig, terminal)} once there is a flat configuration. ` +
        `Migrate it first (npx @eslint/migrate-config), then add the rule:\n\n${indented(after)}`,
    };
  const isModule = terminal.workspace.packages.of(join(root, 'any.js')).manifest.type === 'module';
  return {
    missing,
    isLeft: false,
    change: { path: join(root, isModule ? 'eslint.config.js' : 'eslint.config.mjs'), before: undefined, after },
  };
}

async function editStep(written: string, project: FoundProject, terminal: Terminal): Promise<EslintStep> {
  // Edit the target, so that a link remains a link.
  const config = realpathSync(written);
  const shown = shownPath(config, terminal);
  const before = readFileSync(config, 'utf8');
  const said = await saidOf(config, project.root, terminal);
  const has = {
    // Another configuration that this one imports may contain the rule.
    plugin: usesPackage(config, before, PLUGIN, 'fire-task') || said?.hasRule === true,
    readsTypeScript: !project.hasTypeScript || (said?.readsTypeScript ?? bringsParser(before)),
  };
  const needed = neededConfig(project, has);
  const { missing } = needed;
  if (needed.imports.length === 0)
    return { missing, isLeft: false, remark: `${shown} already contains fire-task and was left unchanged.` };
  const outside = placeOutside(config, projectAround(realpathSync(project.root)));
  if (outside !== undefined)
    return {
      missing,
      isLeft: true,
      remark: `${shown} is outside of the project. Add these lines to it yourself:\n\n${indented(newConfig(needed))}`,
    };
  const edited = addToConfig(config, before, needed);
  if ('text' in edited) return { missing, isLeft: false, change: { path: config, before, after: edited.text } };
  return {
    missing,
    isLeft: true,
    remark:
      `${shown} cannot be edited safely, because ${edited.reason}. Add these lines to it yourself:\n\n` +
      indented(newConfig(needed)),
  };
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '  ');
}
