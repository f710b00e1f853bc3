/** A picture that stands alone in its paragraph, and is not in the package. */
const PICTURE = /^!\[([^\]]*)\]\((docs\/pictures\/[^)]+)\)\n\n/gm;

/**
 * README as its reader can show it: the Marketplace and VS Code's page of an extension know nothing of the repository.
 *
 * @param from where the repository's files can be had, ending in `/`; '': nowhere, so those pictures are left out
 */
export function readmeWithPictures(readme: string, from: string): string {
  return readme.replace(PICTURE, from === '' ? '' : `![$1](${from}$2)\n\n`);
}
