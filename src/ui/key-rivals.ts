import { field, isRecord } from '../core/unknown';
import { t } from './messages/translation';

const TOGGLE = 'voiceDictation.toggle';
const SECTION = 'voiceDictation.';

/** An extension, and what its package.json says. */
export interface OtherExtension {
  readonly id: string;
  readonly manifest: unknown;
}

/**
 * Who else has the toggle key.
 *
 * @param manifest ours
 * @param keybindings what the person's own `keybindings.json` says; '' for none
 * @returns ids of extensions and of commands of the person's own
 */
export function rivalsOf(
  manifest: unknown,
  others: readonly OtherExtension[],
  keybindings: string,
  platform: NodeJS.Platform,
): readonly string[] {
  const keys = new Set(
    bindingsOf(manifest)
      // Those with a condition repeat it for a place, or for a key that is held already.
      .filter((each) => field(each, 'command') === TOGGLE && field(each, 'when') === undefined)
      .map((each) => keyOf(each, platform)),
  );
  keys.delete('');
  const isOurs = (binding: unknown): boolean => keys.has(keyOf(binding, platform));
  const extensions = others.flatMap(({ id, manifest: theirs }) =>
    bindingsOf(theirs).some(isOurs) ? [id] : [],
  );
  const own = parseKeybindings(keybindings).flatMap((binding) => {
    const command = field(binding, 'command');
    if (typeof command !== 'string') return [];
    if (command === `-${TOGGLE}`) return [t('your key bindings, which take it away')];
    const isOther = !command.startsWith('-') && !command.startsWith(SECTION);
    return isOther && isOurs(binding) ? [t('your key binding of {0}', command)] : [];
  });
  return [...new Set([...extensions, ...own])];
}

/** Ids of our settings that the person has changed, without prefix. */
export function changedSettings(
  extension: { readonly packageJSON: unknown },
  configuration: {
    inspect(
      key: string,
    ):
      | Readonly<
          Partial<Record<'globalValue' | 'workspaceValue' | 'workspaceFolderValue', unknown>>
        >
      | undefined;
  },
): readonly string[] {
  const contributes = field(extension.packageJSON, 'contributes');
  const properties = field(field(contributes, 'configuration'), 'properties');
  const ids = isRecord(properties) ? Object.keys(properties) : [];
  return ids.flatMap((id) => {
    const found = configuration.inspect(id);
    const values = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue];
    return values.some((value) => value !== undefined) ? [id.slice(SECTION.length)] : [];
  });
}

function bindingsOf(manifest: unknown): readonly unknown[] {
  const bindings = field(field(manifest, 'contributes'), 'keybindings');
  return Array.isArray(bindings) ? bindings : bindings === undefined ? [] : [bindings];
}

function keyOf(binding: unknown, platform: NodeJS.Platform): string {
  const own = { darwin: 'mac', win32: 'win', linux: 'linux' }[platform as string];
  const key = (own === undefined ? undefined : field(binding, own)) ?? field(binding, 'key');
  if (typeof key !== 'string') return '';
  // `shift+ctrl+d` is `ctrl+shift+d`; chords keep their order.
  return key
    .toLowerCase()
    .split(' ')
    .map((chord) => chord.split('+').toSorted().join('+'))
    .join(' ');
}

/** JSON with comments and commas at the end, as VS Code writes and reads it; [] where it is none. */
function parseKeybindings(text: string): readonly unknown[] {
  const plain = text
    .replace(
      /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g,
      (_, string: string | undefined) => string ?? '',
    )
    .replace(
      /("(?:[^"\\]|\\.)*")|,(\s*[\]}])/g,
      (_, string?: string, end?: string) => string ?? end ?? '',
    );
  try {
    const parsed: unknown = JSON.parse(plain);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
