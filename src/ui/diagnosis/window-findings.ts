import { failureMessage } from '../messages/failure-messages';
import { OPEN_KEYBOARD_SHORTCUTS } from '../messages/message';
import { t } from '../messages/translation';
import type { DiagnosisFacts, Finding } from './finding';

/** What else in this window, and around it, dictation needs. */
export function windowFindings(facts: DiagnosisFacts): readonly Finding[] {
  return [
    failure(facts),
    terminalKeys(facts),
    rivals(facts),
    layout(),
    storage(facts),
    changed(facts),
  ];
}

function failure({ lastFailure }: DiagnosisFacts): Finding {
  const topic = t('Last failure');
  if (lastFailure === undefined) return { topic, state: 'info', text: t('none') };
  const { sentence } = failureMessage(lastFailure);
  return { topic, state: 'info', text: sentence, shared: lastFailure.message };
}

function terminalKeys({ keptFromTerminals }: DiagnosisFacts): Finding {
  const topic = t('Keys in terminals');
  if (keptFromTerminals.length === 0) return { topic, state: 'ok', text: t('reach VS Code') };
  return {
    topic,
    state: 'warning',
    text: t(
      'go to the shell, because terminal.integrated.commandsToSkipShell has not {0}',
      keptFromTerminals.join(', '),
    ),
    fixes: [{ kind: 'let-keys-through', label: t('Let the Key Through') }],
  };
}

const EXTENSION_ID = /^[\w-]+\.[\w.-]+$/;

function rivals({ rivals: others }: DiagnosisFacts): Finding {
  const topic = t('Toggle key');
  if (others.length === 0) return { topic, state: 'ok', text: t('nobody else has it') };
  return {
    topic,
    state: 'warning',
    text: t('also bound by {0}', others.join(', ')),
    // What the person has bound it to is theirs; which extension has it helps.
    shared: t(
      'also bound by {0}',
      others
        .map((id) => (EXTENSION_ID.test(id) ? id : t('your key binding of {0}', '…')))
        .join(', '),
    ),
    fixes: [
      { kind: 'command', label: t('Open Keyboard Shortcuts'), command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

/** VS Code tells extensions neither the layout nor what the desktop has taken: so what is known is said. */
function layout(): Finding {
  return {
    topic: t('Keyboard layout'),
    state: 'info',
    text: t(
      'not told by VS Code. GNOME, Xfce and MATE have Ctrl+Alt+D themselves, on Windows it writes a letter with Czech, Hungarian and other layouts, and on macOS VoiceOver has it: Shift+Alt+V starts dictation, too',
    ),
    shared: t('not told by VS Code'),
    fixes: [
      { kind: 'command', label: t('Open Keyboard Shortcuts'), command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

function storage({ canStore }: DiagnosisFacts): Finding {
  return canStore
    ? { topic: t('Storage'), state: 'ok', text: t('can be written') }
    : {
        topic: t('Storage'),
        state: 'problem',
        text: t(
          'the folder of the extension cannot be written: what does not land is lost with the window',
        ),
        fixes: [{ kind: 'command', label: t('Show Log'), command: 'voiceDictation.showLog' }],
      };
}

function changed({ changed: keys }: DiagnosisFacts): Finding {
  const text = keys.length === 0 ? t('as they come') : t('changed: {0}', keys.join(', '));
  return { topic: t('Settings'), state: 'info', text };
}
