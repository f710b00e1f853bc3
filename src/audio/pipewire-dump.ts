import type { ListedMicrophone } from '../core/microphones';
import { field } from '../core/unknown';
import type { StreamOwner, StreamSource } from './pactl-lists';

/**
 * Reads what `pw-dump` writes: a list of objects; 0.3.65 may write several lists, one after another.
 *
 * @throws {SyntaxError} where it is none
 */
export function readDump(text: string): readonly unknown[] {
  return text
    .trim()
    .split(/(?<=^\])\s+(?=^\[)/m)
    .flatMap((list): readonly unknown[] => {
      const objects: unknown = JSON.parse(list);
      return Array.isArray(objects) ? objects : [];
    });
}

/** The microphones, what a loudspeaker plays left out: a sink is a node of its own there. */
export function dumpedMicrophones(dump: readonly unknown[]): readonly ListedMicrophone[] {
  const preferred = defaultSource(dump);
  return nodes(dump, /^Audio\/(?:Source|Duplex)/).flatMap((node) => {
    const name = property(node, 'node.name');
    if (name === '') return [];
    const props = field(field(field(node, 'info'), 'params'), 'Props');
    const isMuted =
      Array.isArray(props) && props.some((each: unknown) => field(each, 'mute') === true);
    return {
      name,
      label: labelOf(node),
      isDefault: name === preferred,
      isMuted,
      isUnplugged: false,
    };
  });
}

/** Finds the source of a process' stream; undefined: it has none there. */
export function dumpedSource(
  { pid }: StreamOwner,
  dump: readonly unknown[],
): StreamSource | undefined {
  const clients = ofType(dump, 'Client');
  const isOwners = (object: unknown): boolean =>
    property(object, 'application.process.id') === String(pid);
  const stream = nodes(dump, /^Stream\/Input\/Audio$/).find((node) => {
    const client = property(node, 'client.id');
    return isOwners(node) || clients.some((each) => id(each) === client && isOwners(each));
  });
  if (stream === undefined) return undefined;
  const link = ofType(dump, 'Link').find((each) => linked(each, 'input-node-id') === id(stream));
  const sourceId = link === undefined ? undefined : linked(link, 'output-node-id');
  const source = ofType(dump, 'Node').find((node) => id(node) === sourceId);
  if (source === undefined) return undefined;
  return {
    name: property(source, 'node.name'),
    label: labelOf(source),
    isMonitor: property(source, 'media.class').startsWith('Audio/Sink'),
    isThroughAlsa:
      property(stream, 'client.api') === 'alsa' ||
      property(stream, 'node.name').startsWith('ALSA plug-in'),
  };
}

function defaultSource(dump: readonly unknown[]): unknown {
  const entries = ofType(dump, 'Metadata').flatMap((each): readonly unknown[] => {
    const metadata = field(each, 'metadata');
    return Array.isArray(metadata) ? metadata : [];
  });
  const entry = entries.find((each) => field(each, 'key') === 'default.audio.source');
  return field(field(entry, 'value'), 'name');
}

function ofType(dump: readonly unknown[], type: string): readonly unknown[] {
  return dump.filter((each) => field(each, 'type') === `PipeWire:Interface:${type}`);
}

function nodes(dump: readonly unknown[], mediaClass: RegExp): readonly unknown[] {
  return ofType(dump, 'Node').filter((node) => mediaClass.test(property(node, 'media.class')));
}

function labelOf(node: unknown): string {
  const names = ['node.description', 'node.nick', 'node.name'].map((name) => property(node, name));
  return names.find((name) => name !== '') ?? '';
}

function id(object: unknown): string {
  return String(field(object, 'id'));
}

function linked(link: unknown, end: 'input-node-id' | 'output-node-id'): string {
  return String(field(field(link, 'info'), end));
}

/** A property as text; PipeWire writes numbers now as such, now as text. '' for none. */
function property(object: unknown, name: string): string {
  const value = field(field(field(object, 'info'), 'props'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
