import * as vscode from 'vscode';
import { disposeAll, Emitter } from '../../core/events';
import type { Finding } from './finding';
import { diagnosisReport, sharedReport, takesReports } from './report';
import type { NextStep } from '../messages/message';
import { t } from '../messages/translation';

const SCHEME = 'voice-dictation-diagnostics';
const URI = vscode.Uri.from({
  scheme: SCHEME,
  path: `${t('Voice Dictation Diagnostics')}.md`,
});

/** Behind the lines of the report only. */
const TAKE = '_voiceDictation.diagnosticsTake';
const COPY = '_voiceDictation.diagnosticsCopy';
const REPORT = '_voiceDictation.diagnosticsReport';
const AGAIN = '_voiceDictation.diagnosticsAgain';

const PASTE_REPORT = t('The report is copied: paste it into the issue');
/** Until somebody has read it, and come to the issue. */
const PASTE_REPORT_MS = 20_000;

export interface DiagnosisDocumentOptions {
  /** What a bug report is about. */
  readonly extension: Pick<vscode.Extension<unknown>, 'id' | 'packageJSON'>;
  readonly take: (step: NextStep) => Promise<void>;
  /** Looks at everything anew. */
  readonly findings: () => PromiseLike<readonly Finding[]>;
}

/** Closes the report that is open. */
let closeLast: (() => void) | undefined;

/** Shows what was found as a document whose lines have buttons above them, until it is closed. */
export async function showDiagnosis(options: DiagnosisDocumentOptions): Promise<void> {
  let findings = await options.findings();
  closeLast?.();
  const changes = new Emitter<vscode.Uri>();
  const lensChanges = new Emitter<void>();
  const subscriptions = [
    changes,
    lensChanges,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: () => diagnosisReport(findings).text,
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: SCHEME },
      {
        onDidChangeCodeLenses: lensChanges.event,
        provideCodeLenses: () => lenses(findings, takesReports(options.extension.packageJSON)),
      },
    ),
    vscode.commands.registerCommand(TAKE, (step: NextStep) => options.take(step)),
    vscode.commands.registerCommand(COPY, () =>
      vscode.env.clipboard.writeText(sharedReport(findings)),
    ),
    vscode.commands.registerCommand(REPORT, async () => {
      const issueBody = sharedReport(findings);
      if (vscode.env.uiKind === vscode.UIKind.Web) {
        // There the reporter leaves out what it is given.
        await vscode.env.clipboard.writeText(issueBody);
        vscode.window.setStatusBarMessage(PASTE_REPORT, PASTE_REPORT_MS);
      }
      await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
        extensionId: options.extension.id,
        issueBody,
      });
    }),
    vscode.commands.registerCommand(AGAIN, async () => {
      findings = await options.findings();
      changes.fire(URI);
      lensChanges.fire();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.toString() === URI.toString()) close();
    }),
  ];
  const close = (): void => {
    disposeAll(subscriptions);
    if (closeLast === close) closeLast = undefined;
  };
  closeLast = close;
  changes.fire(URI);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(URI), {
    preview: false,
  });
}

function lenses(findings: readonly Finding[], isReported: boolean): vscode.CodeLens[] {
  const at = (line: number, title: string, command: string, ...args: unknown[]): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: args });
  const fixes = [...diagnosisReport(findings).lines].flatMap(([line, { fixes: steps = [] }]) =>
    steps.map((step) => at(line, `$(wrench) ${step.label}`, TAKE, step)),
  );
  return [
    at(0, `$(copy) ${t('Copy for a Bug Report')}`, COPY),
    ...(isReported ? [at(0, `$(report) ${t('Report Issue')}`, REPORT)] : []),
    at(0, `$(refresh) ${t('Run Again')}`, AGAIN),
    ...fixes,
  ];
}
