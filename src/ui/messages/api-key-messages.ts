import type { ClearedKey } from '../../core/credentials';
import { SHOW_LOG, type Message } from './message';
import { t } from './translation';

/** Set API Key is done. */
export function keyStoredMessage(host: string): Message {
  return {
    severity: 'information',
    sentence: t('The API key for {0} is stored on this computer.', host),
    nextSteps: [{ kind: 'command', label: t('Start Dictation'), command: 'voiceDictation.start' }],
  };
}

/** A typed key works, and the secret storage of the system did not take it. */
export function keyNotSavedMessage(host: string): Message {
  return {
    severity: 'warning',
    sentence: t(
      'The API key for {0} could not be saved. It is used until this window closes; then you are asked for it again.',
      host,
    ),
    nextSteps: [SHOW_LOG],
  };
}

/** Clear API Key is done. */
export function keyClearedMessage({ host, environmentVariable }: ClearedKey): Message {
  const rest =
    environmentVariable === undefined
      ? ''
      : ` ${t('The environment variable {0} still has one, which is used now.', environmentVariable)}`;
  return {
    severity: 'information',
    sentence: `${t('No API key for {0} is stored any more.', host)}${rest}`,
    nextSteps: [{ kind: 'command', label: t('Set API Key'), command: 'voiceDictation.setApiKey' }],
  };
}
