import { Emitter } from '../../core/events';
import type { Passage } from '../../core/polish';

/** A prompt line whose text can be taken back, utterance by utterance, and written again. */
export interface TypedPrompt {
  /** Whether `texts` are the last that were written there, and nothing else can have come since. */
  holds(texts: readonly string[]): boolean;
  /** Takes so many of the last utterances away. @returns whether it could */
  takeBack(count: number): Promise<boolean>;
  /** @returns whether it is written */
  type(text: string): Promise<boolean>;
}

/** @param texts what a run has typed at a prompt, with the spaces that join them */
export function promptPassage(prompt: TypedPrompt, texts: readonly string[]): Passage | undefined {
  const whole = texts.join('');
  const text = whole.trim();
  const space = /^\s*/u.exec(whole)?.[0] ?? '';
  // What is not text is a command of the agent's.
  if (text === '' || /^[/!#]/u.test(text) || !prompt.holds(texts)) return undefined;
  let typed = texts;
  const write = async (before: readonly string[], after: string): Promise<boolean> => {
    if (!prompt.holds(before) || !(await prompt.takeBack(before.length))) return false;
    typed = [after];
    return prompt.type(after);
  };
  return {
    kind: 'prompt',
    text,
    closing: [],
    // A program that writes again changes nothing of it; whether it stands there is asked at the end.
    onDidChange: NEVER,
    isUntouched: () => prompt.holds(typed),
    replace: (polished) => write(texts, space + polished),
    restore: async () => {
      if (typed === texts || !(await write(typed, whole))) return false;
      typed = texts;
      return true;
    },
  };
}

const NEVER = new Emitter<void>().event;
