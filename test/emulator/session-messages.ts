import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { unauthorized } from './credentials';
import type { SessionFaults } from './faults';
import type { ServerError, ServerMessage } from './messages';
import { familyOf } from './models';
import type { ParameterValue } from './parameters';

/** Why a session does not begin: credentials are looked at before parameters. */
export function refusal(
  faults: SessionFaults,
  credentials: number | ServerError,
  parameterError: string | undefined,
): ServerError | undefined {
  if (faults.has('bad-key')) return unauthorized('Invalid API key');
  // The account reasons are not captured; this one is in the documents' manner.
  if (faults.has('account-refused')) return unauthorized('Insufficient account balance');
  const tooMany = faults.get('too-many-sessions');
  if (tooMany !== undefined) {
    return unauthorized('Too many concurrent sessions', tooMany.code ?? 3009);
  }
  if (typeof credentials !== 'number') return credentials;
  return parameterError === undefined ? undefined : { code: 3006, error: parameterError };
}

/** Begin, in the shape seen live (docs/protocol.md §5.1). */
export function beginMessage(
  model: string,
  values: Readonly<Record<string, ParameterValue>>,
  headers: IncomingHttpHeaders,
  longestS: number,
): ServerMessage {
  return {
    type: 'Begin',
    id: randomUUID(),
    // Live, two seconds less than the limit.
    expires_at: Math.floor(Date.now() / 1000) + longestS - 2,
    configuration: {
      model,
      mode: familyOf(model) === 'pro' ? (values['mode'] ?? 'balanced') : null,
      api_version: headers['assemblyai-version'] ?? '2025-05-12',
      speaker_labels: values['speaker_labels'] ?? false,
      redact_pii: values['redact_pii'] ?? false,
      filter_profanity: values['filter_profanity'] ?? false,
      domain: values['domain'] ?? null,
      voice_focus: values['voice_focus'] ?? null,
    },
  };
}

/** Heartbeat, every five seconds for who asks for it (§5.4). */
export function heartbeatMessage(
  receivedMs: number,
  totalMs: number,
  hasHeardSpeech: boolean,
): ServerMessage {
  return {
    type: 'Heartbeat',
    total_audio_received_ms: Math.round(receivedMs),
    total_duration_ms: Math.round(totalMs),
    realtime_factor: Math.round((receivedMs / totalMs) * 10_000) / 10_000,
    max_speech_probability: hasHeardSpeech ? 0.999999 : 0.012345,
  };
}

/**
 * Termination, with whole seconds: of audio, and of the open socket, which is what is billed (§8).
 */
export function terminationMessage(receivedMs: number, totalMs: number): ServerMessage {
  return {
    type: 'Termination',
    audio_duration_seconds: Math.round(receivedMs / 1000),
    session_duration_seconds: Math.ceil(totalMs / 1000),
  };
}
