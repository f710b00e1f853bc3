/** What of a text document tells whether it was saved as another; `vscode.TextDocument` has it. */
export interface SavedDocument {
  readonly isUntitled: boolean;
  readonly lineCount: number;
  getText(): string;
}

/**
 * Whether `untitled` may have been saved as `other`, which has just changed: that one has its text. It
 * is asked at each change of any document, so a text, which may be long, is only taken where the two
 * can be the same.
 *
 * @param wasOpen whether `other` was there before dictation had to do with `untitled`
 */
export function maySaveAs(
  untitled: SavedDocument,
  other: SavedDocument,
  wasOpen: () => boolean,
): boolean {
  if (!untitled.isUntitled || other.isUntitled) return false;
  if (untitled.lineCount !== other.lineCount || wasOpen()) return false;
  const text = other.getText();
  return text !== '' && text === untitled.getText();
}
