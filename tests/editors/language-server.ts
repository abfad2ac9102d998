import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import * as rpc from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';

const SERVER = createRequire(import.meta.url).resolve('vscode-langservers-extracted/bin/vscode-eslint-language-server');

/** What VS Code's extension answers when its server asks for the settings, with their defaults. */
const SETTINGS = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  experimental: {},
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
};

/** A document that is open in an editor; its text need not be on the disk. */
export interface OpenDocument {
  /** The text that the server knows. */
  readonly text: string;
  /** The whole text, as it is after typing. */
  change: (text: string) => void;
  diagnostics: () => Promise<Diagnostic[]>;
  /** Titles of the quick fixes at a diagnostic, and what each does to the text. */
  quickFixes: (diagnostic: Diagnostic) => Promise<{ title: string; apply: () => Promise<string> }[]>;
}

export interface Editor {
  /** Opens a file of the folder, by its path from there. */
  open: (path: string, languageId: string) => OpenDocument;
  close: () => void;
}

/** Starts the ESLint language server of VS Code on a folder, as an editor does; with settings beside the defaults. */
export async function startEditor(folder: string, settings: object = {}): Promise<Editor> {
  const rootUri = pathToFileURL(folder).href;
  const child = spawn(process.execPath, [SERVER, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  let onEdit: (edit: WorkspaceEdit) => void = () => undefined;
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => ({
      ...SETTINGS,
      workingDirectory: { directory: folder },
      workspaceFolder: { uri: rootUri, name: 'project' },
      ...settings,
    })),
  );
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    onEdit(edit);
    return { applied: true };
  });
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'project' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        applyEdit: true,
        workspaceEdit: { documentChanges: true },
      },
      textDocument: { diagnostic: {}, codeAction: {} },
    },
  });
  await connection.sendNotification('initialized', {});

  return {
    open(path, languageId) {
      const uri = pathToFileURL(join(folder, path)).href;
      let text = readFileSync(join(folder, path), 'utf8');
      let version = 1;
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
      return {
        get text() {
          return text;
        },
        change(changed) {
          text = changed;
          version += 1;
          void connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ text }],
          });
        },
        async diagnostics() {
          const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
            textDocument: { uri },
          });
          return report.kind === 'full' ? report.items : [];
        },
        async quickFixes(diagnostic) {
          const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri },
            range: diagnostic.range,
            context: { diagnostics: [diagnostic] },
          });
          return actions.map(({ title, command }) => ({
            title,
            async apply() {
              const edited = new Promise<WorkspaceEdit>((resolve) => {
                onEdit = resolve;
              });
              await connection.sendRequest('workspace/executeCommand', {
                command: command?.command,
                arguments: command?.arguments,
              });
              return withEdits(text, editsOf(await edited));
            },
          }));
        },
      };
    },
    close() {
      connection.dispose();
      child.kill();
    },
  };
}

function editsOf({ documentChanges = [], changes = {} }: WorkspaceEdit): TextEdit[] {
  return [
    ...(documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]),
    ...Object.values(changes).flat(),
  ];
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits
    .map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
