import * as vscode from 'vscode';
import type { Log } from '../../core/log';
import type { OpenTarget, Target, TargetKind, TargetRequest } from '../../core/target';
import type { WritingStyle } from '../../text/compose';
import type { AgentTerminals } from '../agents/agent-terminals';
import type { Shown } from '../agents/references';
import { Prompt } from '../agents/prompt';
import { ChatTarget } from './chat-target';
import { ClipboardTarget, type ClipboardTargetOptions } from './clipboard-target';
import { FocusedInputTarget } from './input-target';
import { SourceControlTarget, type SourceControlTargetOptions } from './source-control-target';
import { TerminalTarget, type TerminalTargetOptions } from './terminal-target';

export interface TargetOpenerOptions
  extends
    Pick<SourceControlTargetOptions, 'wrap'>,
    Pick<ClipboardTargetOptions, 'clipboard'>,
    Pick<
      TerminalTargetOptions,
      'clock' | 'readers' | 'files' | 'lastTyped' | 'terminalScope' | 'submit' | 'onDidSubmit'
    > {
  readonly log: Log;
  readonly agents: Pick<AgentTerminals, 'meant'>;
  /** A target in a document: the active editor's, or the place that is asked for. */
  readonly openDocument: (request: TargetRequest) => Promise<Target>;
  /** How finals are to be written where no document says otherwise. */
  readonly readStyle: () => Promise<WritingStyle>;
}

/**
 * Opens the target of the kind that is asked for. VS Code does not tell extensions where the focus
 * is; the key's `when` clauses know, and say it in their argument. Where nothing is said (the
 * palette, the status bar) it is the active editor; without one, the terminal if there is one.
 */
export function createTargetOpener(options: TargetOpenerOptions): OpenTarget {
  const prompts = new Map<string, Prompt>();
  const promptOf = (place: string): Prompt => {
    const prompt = prompts.get(place) ?? new Prompt(() => options.clock.now());
    prompts.set(place, prompt);
    return prompt;
  };
  return async (request) => {
    const { scope, isEmpty, name } = request;
    switch (request.place === undefined ? (request.kind ?? kindAtHand()) : 'editor') {
      case 'editor':
        return options.openDocument(request);
      case 'terminal':
        return new TerminalTarget({ ...options, scope, terminal: vscode.window.activeTerminal });
      case 'agent':
        return new TerminalTarget({ ...options, scope, terminal: options.agents.meant, shown });
      case 'sourceControl':
        return SourceControlTarget.open({ ...options, scope });
      case 'chat':
        return new ChatTarget({ ...options, scope, isEmpty, prompt: promptOf('chat') });
      case 'input':
        return new FocusedInputTarget({ ...options, scope });
      case 'clipboard':
        return new ClipboardTarget({
          ...options,
          scope,
          name,
          prompt: name === undefined ? undefined : promptOf(`panel ${name}`),
        });
    }
  };
}

/** What the person is looking at in the active editor: a file, for agents read files. */
function shown(): Shown | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !FILE_SCHEMES.has(editor.document.uri.scheme)) return undefined;
  const { start, end, active, isEmpty } = editor.selection;
  // A selection of whole lines ends before the next one.
  const last = end.character === 0 ? end.line : end.line + 1;
  return {
    path: editor.document.uri.path.replace(/^\/(?=[A-Za-z]:)/u, ''),
    selected: isEmpty ? undefined : { first: start.line + 1, last },
    line: active.line + 1,
  };
}

const FILE_SCHEMES = new Set(['file', 'vscode-remote']);

function kindAtHand(): TargetKind {
  const { activeTextEditor, activeNotebookEditor, activeTerminal, visibleTextEditors } =
    vscode.window;
  // VS Code counts the Output panel among the editors, as the active one even; nobody writes there.
  const hasText =
    activeTextEditor !== undefined &&
    visibleTextEditors.some(({ document }) => document.uri.scheme !== 'output');
  const hasEditor = hasText || activeNotebookEditor !== undefined;
  return !hasEditor && activeTerminal !== undefined ? 'terminal' : 'editor';
}
