import { openSetting, quote, type Message } from './message';

/** Select Microphone is done. @param label as the list has it */
export function microphoneChosenMessage(label: string): Message {
  return {
    severity: 'information',
    sentence: `Dictation on this computer records ${quote(label)} from now on.`,
    nextSteps: [openSetting('recording.device')],
  };
}
