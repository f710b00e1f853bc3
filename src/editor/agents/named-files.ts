import type { WritingStyle } from '../../text/compose';
import { mentionsIn, withMentions, type FindFile } from '../../text/prompts/file-mentions';

/** The files that are named in a prompt ("at file session chain"), and the one that is being named. */
export class NamedFiles {
  private heard: string | undefined;

  /** @param write how a file is written there; nothing: it cannot be */
  constructor(
    private readonly find: FindFile,
    private readonly write: (path: string) => string | undefined,
  ) {}

  /** `place`, and the file that is being named there, as it will be written: for the status bar. */
  nameOf(place: string): string {
    return this.heard === undefined ? place : `${place}: ${this.heard}`;
  }

  /** This is being said. */
  hear(text: string): void {
    this.heard = mentionsIn(text, [], this.find)
      .map(({ path }) => this.write(path))
      .at(-1);
  }

  /** The style of a prompt in which the files that `final` names are written. */
  styleFor(final: string, style: WritingStyle): WritingStyle {
    const prompt = { ...style, isPrompt: true };
    if (!style.insertion.spokenCommands) return prompt;
    return withMentions(prompt, mentionsIn(final, style.languages, this.find), this.write);
  }
}
