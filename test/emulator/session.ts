import type { Disposable } from '../../src/core/events';
import { AudioRules } from './audio-rules';
import { parseClientText, type ClientText } from './client-messages';
import { LONGEST_SESSION_S } from './credentials';
import { SEE_ERROR_MESSAGE, type ServerError, type ServerMessage } from './messages';
import { CANCELLED_MODELS, DEFAULT_MODEL, familyOf } from './models';
import { parseQuery, parseUpdate, type ParameterValue } from './parameters';
import { decodePcm } from './pcm-decoder';
import type { Recogniser } from './recogniser';
import { beginMessage, heartbeatMessage, refusal, terminationMessage } from './session-messages';
import type { SessionSetup } from './session-setup';
import { Timers } from './timers';
import { turnSettings } from './turn-settings';
import { TurnWriter } from './turn-writer';

const HEARTBEAT_MS = 5000;
/** Samples that are louder are speech, as far as Heartbeats tell. */
const SPEECH_PEAK = 300;
/** The grain at which the ends of turns are looked for, however long the messages are. */
const STEP_MS = 20;
/** What a `mode` presets, and sets anew when it is updated (docs/protocol.md §6). */
const PRESETS = ['min_turn_silence', 'max_turn_silence', 'interruption_delay'];
/** Turns that a Pro model carries over, unless it is told otherwise (§2). */
const CARRIED_TURNS = 5;
/** The only one that is known (§1). */
const API_VERSION = '2025-05-12';
/** Models that begin and then fail do so after about this long (docs/protocol.md §3). */
const CANCELLED_MODEL_MS = 5000;

/**
 * One session as the server sees it: messages and time in, messages out; no socket and no timer of
 * its own. Behaves as docs/protocol.md §10 describes, spoilt by its faults.
 */
export class Session implements Disposable {
  private state: 'opening' | 'begun' | 'terminating' | 'over' = 'opening';
  private readonly beforeBegin: (() => void)[] = [];
  private readonly timers: Timers<'begin' | 'expiry' | 'cancellation' | 'inactivity' | 'heartbeat'>;
  private readonly openedAtMs: number;
  private readonly model: string;
  private readonly encoding: 'pcm_s16le' | 'pcm_mulaw';
  private readonly sampleRate: number;
  private readonly audioRules: AudioRules;
  private values: Readonly<Record<string, ParameterValue>>;
  private recogniser: Recogniser | undefined;
  /** What a Pro model keeps in mind, oldest first (§5.5). */
  private carried: readonly string[] = [];
  /** Since the last Heartbeat. */
  private hasHeardSpeech = false;
  private turns: TurnWriter | undefined;

  constructor(private readonly setup: SessionSetup) {
    const { record, faults, clock } = setup;
    const { values, error, ignored } = parseQuery(record.query);
    this.values = values;
    this.model = String(values['speech_model'] ?? DEFAULT_MODEL);
    this.encoding = values['encoding'] === 'pcm_mulaw' ? 'pcm_mulaw' : 'pcm_s16le';
    this.sampleRate = Number(values['sample_rate'] ?? 16_000);
    const sampleBytes = this.encoding === 'pcm_mulaw' ? 1 : 2;
    this.audioRules = new AudioRules((this.sampleRate / 1000) * sampleBytes, sampleBytes, clock);
    this.timers = new Timers(clock);
    this.openedAtMs = clock.now();
    for (const violation of ignored) record.addViolation(violation);
    const { 'assemblyai-version': version = API_VERSION } = record.headers;
    if (version !== API_VERSION) record.addViolation(`unknown API version '${String(version)}'`);
    if (faults.has('no-begin')) return;
    const delayMs = faults.get('begin-delay')?.ms;
    if (delayMs === undefined) this.begin(error);
    else {
      this.timers.set('begin', delayMs, () => {
        this.begin(error);
      });
    }
  }

  receiveAudio(bytes: Uint8Array): void {
    const { record } = this.setup;
    record.addAudio(bytes, this.audioRules.durationMs(bytes.length));
    if (this.state === 'opening') record.addViolation('audio before Begin');
    if (this.state === 'terminating') record.addViolation('audio after Terminate');
    this.act(() => {
      this.hear(bytes);
    });
  }

  receiveText(text: string): void {
    const { record } = this.setup;
    const parsed = parseClientText(text);
    record.addText(parsed.message);
    if (this.state === 'terminating') record.addViolation('message after Terminate');
    this.act(() => {
      this.obey(parsed);
    });
  }

  /** The client left a session that runs, and is billed, without Terminate. */
  receiveClose(): void {
    if (this.state === 'begun') this.setup.record.addViolation('closed without Terminate');
  }

  dispose(): void {
    this.state = 'over';
    this.timers.dispose();
    this.turns?.dispose();
    this.recogniser?.close();
    this.recogniser = undefined;
  }

  /** Now, or after Begin; never, when the session is ending. */
  private act(action: () => void): void {
    if (this.state === 'opening') this.beforeBegin.push(action);
    if (this.state !== 'begun') return;
    this.watchInactivity();
    action();
  }

  private begin(parameterError: string | undefined): void {
    const { faults, credentials, clock, createRecogniser, record } = this.setup;
    const refused = refusal(faults, credentials, parameterError);
    if (faults.has('internal-error')) this.close(1011, '');
    else if (refused !== undefined) this.fail(refused);
    if (this.state !== 'opening') return;

    const longestS = typeof credentials === 'number' ? credentials : LONGEST_SESSION_S;
    this.recogniser = createRecogniser(this.sampleRate);
    const settings = turnSettings(this.model, this.values);
    this.turns = new TurnWriter(settings, this.recogniser, faults, clock, (message) => {
      this.send(message);
    });
    this.state = 'begun';
    const model = faults.get('model-substituted')?.model ?? this.model;
    this.send(beginMessage(model, this.values, record.headers, longestS));
    const warning = faults.get('warning')?.text;
    if (warning !== undefined) this.send({ type: 'Warning', warning_code: 1234, warning });
    this.startTimers(longestS);
    this.strike();
    for (const action of this.beforeBegin.splice(0)) this.act(action);
  }

  private startTimers(longestS: number): void {
    const expiryMs = this.setup.faults.get('session-expiry')?.ms ?? longestS * 1000;
    this.timers.set('expiry', expiryMs, () => {
      this.fail({ code: 3008, error: 'Session Expired: Maximum session duration exceeded' });
    });
    if (CANCELLED_MODELS.includes(this.model)) {
      this.timers.set('cancellation', CANCELLED_MODEL_MS, () => {
        this.cancel();
      });
    }
    this.watchInactivity();
    this.watchHeartbeat();
  }

  private hear(bytes: Uint8Array): void {
    const { violation, error } = this.audioRules.accept(bytes.length);
    if (violation !== undefined) this.setup.record.addViolation(violation);
    if (error !== undefined) {
      this.fail(error);
      return;
    }
    const pcm = decodePcm(bytes, this.encoding);
    this.hasHeardSpeech ||= pcm.some((sample) => Math.abs(sample) > SPEECH_PEAK);
    const stepSamples = Math.round((this.sampleRate * STEP_MS) / 1000);
    for (let at = 0; at < pcm.length && this.state === 'begun'; at += stepSamples) {
      const step = pcm.subarray(at, at + stepSamples);
      this.turns?.push(step, (step.length * 1000) / this.sampleRate);
    }
    this.strike();
  }

  private obey({ command, error }: ClientText): void {
    if (error !== undefined) this.violate(error);
    switch (command?.type) {
      case 'UpdateConfiguration':
        this.update(command.fields);
        break;
      case 'ForceEndpoint':
        this.turns?.forceEndpoint();
        break;
      case 'Terminate':
        this.terminate();
        break;
      case 'KeepAlive':
      case undefined:
    }
  }

  private update(fields: object): void {
    const { values, error, ignored } = parseUpdate(fields, this.model);
    for (const violation of ignored) this.setup.record.addViolation(violation);
    if (error !== undefined) {
      this.violate(error);
      return;
    }
    const context = ['prompt', 'agent_context'].find((name) => name in values);
    if (context !== undefined && this.setup.faults.has('context-refused')) {
      const why = `Invalid '${context}': Value error, not supported`;
      this.fail({ code: 3006, error: `User Input Validation Error: ${why}` });
      return;
    }
    if (typeof values['agent_context'] === 'string') this.remember(values['agent_context']);
    const kept = Object.entries(this.values).filter(
      ([name]) => !('mode' in values) || !PRESETS.includes(name),
    );
    this.values = { ...Object.fromEntries(kept), ...values };
    if (this.turns) this.turns.settings = turnSettings(this.model, this.values);
    this.watchHeartbeat();
  }

  private terminate(): void {
    const { faults } = this.setup;
    const tooShort = this.audioRules.atTerminate();
    if (tooShort !== undefined) {
      this.violate(tooShort.error, tooShort.code);
      return;
    }
    if (faults.has('terminate-without-reply')) {
      this.state = 'terminating';
      return;
    }
    this.turns?.finish();
    // A mid-session fault may have struck at one of these finals.
    if (this.state !== 'begun') return;
    this.state = 'terminating';
    if (!faults.has('close-without-termination')) {
      this.send(terminationMessage(this.audioRules.receivedMs, this.totalMs));
    }
    if (!faults.has('termination-without-close')) this.close(1000, 'Session Ended');
  }

  /** Carries a turn over to those that follow, the newest of them. */
  private remember(turn: string): void {
    if (familyOf(this.model) !== 'pro' || turn === '') return;
    const most = Number(this.values['previous_context_n_turns'] ?? CARRIED_TURNS);
    this.carried = most === 0 ? [] : [...this.carried, turn].slice(-most);
    this.recogniser?.remember?.(this.carried);
  }

  /** Lets a mid-session fault strike that is due now. */
  private strike(isPartial = false): void {
    const { faults, wire } = this.setup;
    if (this.state !== 'begun') return;
    const due = faults.due(this.audioRules.receivedMs, isPartial);
    if (due === 'server-error') this.cancel();
    if (due === 'tcp-reset') {
      this.dispose();
      wire.reset();
    }
    if (due === 'stall') {
      this.dispose();
      wire.mute();
    }
  }

  private send(message: ServerMessage): void {
    const { faults, wire } = this.setup;
    if (this.state === 'over') return;
    wire.send(message);
    if (message.type !== 'Begin' && message.type !== 'Turn') return;
    if (message.type === 'Turn' && message.end_of_turn) this.remember(message.transcript);
    if (faults.has('unknown-message-type')) wire.send({ type: 'Telemetry', note: 'ignore me' });
    if (faults.has('binary-frame')) wire.sendBinary(Uint8Array.of(0, 1, 2, 3));
    if (message.type === 'Turn' && !message.end_of_turn) this.strike(true);
  }

  private cancel(): void {
    this.fail({ code: 3005, error: 'Session Cancelled: An error occurred' });
  }

  /** The client's own fault: recorded, then refused. */
  private violate(error: string, code = 3006): void {
    this.setup.record.addViolation(error);
    this.fail({ code, error });
  }

  private fail({ code, error }: ServerError): void {
    this.send({ type: 'Error', error_code: code, error });
    this.close(code, SEE_ERROR_MESSAGE);
  }

  private close(code: number, reason: string): void {
    this.dispose();
    this.setup.wire.close(code, reason);
  }

  /** Since the socket opened. */
  private get totalMs(): number {
    return this.setup.clock.now() - this.openedAtMs;
  }

  private watchInactivity(): void {
    const seconds = this.values['inactivity_timeout'];
    if (typeof seconds !== 'number') return;
    this.timers.set('inactivity', seconds * 1000, () => {
      const why = `No messages received for ${String(seconds)} seconds`;
      this.fail({ code: 3006, error: `Session terminated due to inactivity: ${why}` });
    });
  }

  private watchHeartbeat(): void {
    this.timers.clear('heartbeat');
    if (this.values['session_heartbeat'] !== true) return;
    this.timers.set('heartbeat', HEARTBEAT_MS, () => {
      const isSpeech = this.hasHeardSpeech && !this.setup.faults.has('hears-nobody');
      this.hasHeardSpeech = false;
      this.send(heartbeatMessage(this.audioRules.receivedMs, this.totalMs, isSpeech));
      this.watchHeartbeat();
    });
  }
}
