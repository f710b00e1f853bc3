import type { DiagnosisFacts, Finding } from './finding';
import { recogniserFindings } from './recogniser-findings';
import { recordingFindings } from './recording-findings';
import { windowFindings } from './window-findings';

/** What to say of it all, in the order in which a dictation needs it. */
export function diagnose(facts: DiagnosisFacts): readonly Finding[] {
  return [
    ...recordingFindings(facts),
    ...recogniserFindings(facts),
    ...windowFindings(facts),
    ...Object.entries(facts.versions).map(([topic, text]): Finding => ({
      topic,
      state: 'info',
      text,
    })),
  ];
}
