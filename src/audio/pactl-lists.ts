import type { ListedMicrophone } from '../core/microphones';

/** What the sound server records for a stream, as PulseAudio's and PipeWire's `pactl` tell. */
export interface StreamSource {
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  /** It is what a loudspeaker plays, no microphone. */
  readonly isMonitor: boolean;
  /** The stream is ALSA's, whose devices have other names. */
  readonly isThroughAlsa: boolean;
}

/** By what a stream is found. */
export interface StreamOwner {
  readonly pid: number;
  /** pw-record's streams tell no process: there it is the only one of this program. */
  readonly program: string;
}

/**
 * Finds the source of a process' stream. Of text, because `pactl -f json` of PulseAudio 16 and 17
 * writes `(null)` for a name with a letter that is not ASCII (docs/audio.md §3).
 *
 * @param streams what `LC_ALL=C pactl list source-outputs` says
 * @param sources what `LC_ALL=C pactl list sources` says
 * @returns undefined: it has none there
 */
export function streamSource(
  { pid, program }: StreamOwner,
  streams: string,
  sources: string,
): StreamSource | undefined {
  const all = entries(streams);
  const namesakes = all.filter(({ text }) => property(text, 'application.name') === program);
  const stream =
    all.find(({ text }) => property(text, 'application.process.id') === String(pid)) ??
    (namesakes.length === 1 ? namesakes[0] : undefined);
  const index = stream === undefined ? undefined : field(stream.text, 'Source');
  const source = entries(sources).find(({ number }) => number === index);
  const name = source === undefined ? undefined : field(source.text, 'Name');
  if (stream === undefined || source === undefined || name === undefined) return undefined;
  return {
    name,
    label: described(field(source.text, 'Description')) ?? name,
    isMonitor: isMonitor(source.text),
    isThroughAlsa: (property(stream.text, 'application.name') ?? '').startsWith('ALSA plug-in'),
  };
}

/**
 * @param sources what `LC_ALL=C pactl list sources` says
 * @param info what `LC_ALL=C pactl info` says
 */
export function pactlMicrophones(sources: string, info: string): readonly ListedMicrophone[] {
  const preferred = /^Default Source: (.*)$/m.exec(info)?.[1];
  return entries(sources).flatMap(({ text }) => {
    const name = field(text, 'Name');
    if (name === undefined || isMonitor(text)) return [];
    const port = field(text, 'Active Port');
    return {
      name,
      label: described(field(text, 'Description')) ?? name,
      isDefault: name === preferred,
      isMuted: field(text, 'Mute') === 'yes',
      isUnplugged: port !== undefined && portLine(text, port).endsWith('not available)'),
    };
  });
}

/** A device without a description has this for it. */
function described(text: string | undefined): string | undefined {
  return text === '' || text === '(null)' ? undefined : text;
}

function isMonitor(source: string): boolean {
  return (field(source, 'Monitor of Sink') ?? 'n/a') !== 'n/a';
}

function portLine(source: string, port: string): string {
  const start = `\t\t${port}: `;
  return source.split('\n').find((line) => line.startsWith(start)) ?? '';
}

/** `Source #7`, `Source Output #7` and what is indented below. */
function entries(list: string): readonly { readonly number: string; readonly text: string }[] {
  return list.split(/^(?=\S)/m).flatMap((text) => {
    const number = /^[^\n#]*#(\d+)/.exec(text)?.[1];
    return number === undefined ? [] : [{ number, text }];
  });
}

function field(text: string, name: string): string | undefined {
  const start = `\t${name}: `;
  return text
    .split('\n')
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
    .trim();
}

function property(text: string, name: string): string | undefined {
  const start = `\t\t${name} = "`;
  return text
    .split('\n')
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
    .replace(/"\s*$/, '');
}
