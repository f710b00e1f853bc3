import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  closeFailure,
  connectFailure,
  connectTimeout,
  openFailure,
  protocolFailure,
  serverFailure,
  tokenFailure,
  tokenRefusal,
  upgradeFailure,
  withToken,
} from '../../../../src/recognition/assemblyai/failures';
import { DictationError, type FailureReason } from '../../../../src/core/failure';

interface Expected {
  readonly reason: FailureReason;
  readonly retryable: boolean;
  readonly detail: string;
}

function shapeOf({ reason, retryable, detail }: DictationError): Expected {
  return { reason, retryable, detail };
}

function withCode(code: string): Error {
  return Object.assign(new Error('connect wss://host/?token=secret'), { code });
}

const MODELS =
  "Input should be 'universal-streaming-english', 'universal-streaming-multilingual', 'whisper-rt', 'u3-rt-pro', 'u3-rt-pro-beta-1', 'u3-rt-agent', 'universal-3-5-pro', 'universal-3-6-pro', 'universal-3-6', 'universal-3-7-preview' or '_universal-3-5-notetaker'";

test('each Error frame of the reference has one meaning', () => {
  type Row = readonly [
    code: number | undefined,
    text: string,
    reason: FailureReason,
    retryable: boolean,
    detail?: string,
  ];
  const unauthorized = 'Unauthorized Connection: ';
  const input = 'User Input Validation Error: ';
  const inactive = 'Session terminated due to inactivity: No messages received for 5 seconds';
  const rows: readonly Row[] = [
    [
      1008,
      `${unauthorized}Missing Authorization header`,
      'key-missing',
      false,
      'Missing Authorization header',
    ],
    [1008, `${unauthorized}Invalid API key`, 'key-rejected', false, 'Invalid API key'],
    [1008, `${unauthorized}Signature has expired`, 'key-rejected', false, 'Signature has expired'],
    [
      1008,
      `${unauthorized}Insufficient account balance`,
      'account-refused',
      false,
      'Insufficient account balance',
    ],
    [undefined, `${unauthorized}Account disabled`, 'account-refused', false, 'Account disabled'],
    [1008, '', 'key-rejected', false, ''],
    [1008, 'Unauthorized connection: Too many concurrent sessions', 'too-many-sessions', true],
    [3009, 'Unauthorized Connection: Too many concurrent sessions', 'too-many-sessions', true],
    [3009, '', 'too-many-sessions', true],
    [1009, '', 'audio-rejected', false, ''],
    [1011, '', 'server-error', true, ''],
    [3005, 'Session Cancelled: An error occurred', 'server-error', true],
    [
      3006,
      `${input}Invalid 'speech_model': ${MODELS}`,
      'model-rejected',
      false,
      `${MODELS.slice(0, 199)}…`,
    ],
    [
      3006,
      `${input}Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz`,
      'setting-rejected',
      false,
      "Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz",
    ],
    [
      3006,
      `${input}Invalid 'language_codes.0': no`,
      'setting-rejected',
      false,
      "Invalid 'language_codes.0': no",
    ],
    [3006, '', 'setting-rejected', false, ''],
    [
      3006,
      `${input}Invalid JSON: Expecting property name`,
      'unexpected',
      false,
      'Invalid JSON: Expecting property name',
    ],
    [3006, 'Invalid Message Type: Bogus', 'unexpected', false],
    [3006, `${input}Invalid Message: []`, 'unexpected', false, 'Invalid Message: []'],
    [3006, inactive, 'session-inactive', true],
    [
      3007,
      'Input Duration Error: Input Duration Violation: 20.0 ms. Expected between 50 and 1000 ms',
      'audio-rejected',
      false,
    ],
    [
      3007,
      'Audio Transmission Rate Exceeded: Received 9 sec. audio in 1 sec',
      'audio-rejected',
      false,
    ],
    [3008, 'Session Expired: Maximum session duration exceeded', 'session-expired', true],
    [410, 'V2 has been retired, use v3', 'api-retired', false],
    [4105, '', 'api-retired', false, ''],
    [undefined, 'Model deprecated. See docs for new model information', 'api-retired', false],
    [4999, 'Something new', 'server-error', false],
    [4999, '', 'server-error', false, 'code 4999'],
    [undefined, '', 'server-error', false, 'code unknown'],
  ];
  for (const [code, text, reason, retryable, detail = text] of rows) {
    assert.deepEqual(
      shapeOf(serverFailure(code, text)),
      { reason, retryable, detail },
      `${String(code)} ${text}`,
    );
  }
});

test('a close without an Error frame is a lost connection unless its code is the server speaking', () => {
  const table: readonly (readonly [number, FailureReason, boolean, string])[] = [
    [1000, 'connection-lost', true, 'close code 1000'],
    [1001, 'connection-lost', true, 'close code 1001'],
    [1005, 'connection-lost', true, 'close code 1005'],
    [1006, 'connection-lost', true, 'close code 1006'],
    [1012, 'connection-lost', true, 'close code 1012'],
    [1008, 'key-rejected', false, ''],
    [1009, 'audio-rejected', false, ''],
    [1011, 'server-error', true, ''],
    [3005, 'server-error', true, ''],
    [3006, 'setting-rejected', false, ''],
    [3007, 'audio-rejected', false, ''],
    [3008, 'session-expired', true, ''],
    [3009, 'too-many-sessions', true, ''],
    [4105, 'api-retired', false, ''],
    [4999, 'server-error', false, 'code 4999'],
  ];
  for (const [code, reason, retryable, detail] of table) {
    assert.deepEqual(shapeOf(closeFailure(code)), { reason, retryable, detail }, String(code));
  }
});

test('before the socket opens, network trouble may pass and what is no server does not', () => {
  const table: readonly (readonly [error: unknown, retryable: boolean, detail: string])[] = [
    [withCode('ENOTFOUND'), true, 'ENOTFOUND'],
    [withCode('ECONNREFUSED'), true, 'ECONNREFUSED'],
    [withCode('ETIMEDOUT'), true, 'ETIMEDOUT'],
    [withCode('ERR_SSL_WRONG_VERSION_NUMBER'), false, 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [new Error('Invalid Sec-WebSocket-Accept header'), false, 'no WebSocket server answered'],
    ['thrown text', false, 'no WebSocket server answered'],
  ];
  for (const [error, retryable, detail] of table) {
    assert.deepEqual(shapeOf(connectFailure(error)), {
      reason: 'connection-refused',
      retryable,
      detail,
    });
  }
  assert.deepEqual(shapeOf(connectTimeout()), {
    reason: 'connection-refused',
    retryable: true,
    detail: 'ETIMEDOUT',
  });
});

test('a server that cannot prove who it is has an error of its own', () => {
  const codes = [
    'CERT_HAS_EXPIRED',
    'CERT_REVOKED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ];
  for (const code of codes) {
    assert.deepEqual(shapeOf(connectFailure(withCode(code))), {
      reason: 'certificate-untrusted',
      retryable: false,
      detail: code,
    });
  }
});

test('a proxy that cannot be reached is told apart, and its address, which may have a password, is not kept', () => {
  const words = 'Failed to establish a socket connection to proxies: PROXY me:secret@10.0.0.1:3128';
  for (const failure of [connectFailure(new Error(words)), tokenFailure(new Error(words))]) {
    assert.deepEqual(
      { ...shapeOf(failure), cause: failure.cause },
      { reason: 'proxy-unreachable', retryable: true, detail: '', cause: undefined },
    );
  }
});

test('what goes wrong with the token server is told with its code or status', () => {
  const refused = new DictationError('token-unavailable', { detail: 'the answer has no token' });
  const table: readonly (readonly [DictationError, FailureReason, boolean, string])[] = [
    [tokenFailure(refused), 'token-unavailable', false, 'the answer has no token'],
    [tokenFailure(withCode('ECONNREFUSED')), 'token-unavailable', true, 'ECONNREFUSED'],
    [tokenFailure(withCode('CERT_HAS_EXPIRED')), 'token-unavailable', false, 'CERT_HAS_EXPIRED'],
    [tokenFailure('thrown text'), 'token-unavailable', false, 'no answer'],
    [tokenRefusal(403), 'token-unavailable', false, 'HTTP 403'],
    [tokenRefusal(302), 'token-unavailable', false, 'HTTP 302'],
    [tokenRefusal(407), 'proxy-login', false, 'HTTP 407'],
    [tokenRefusal(429), 'token-unavailable', true, 'HTTP 429'],
    [tokenRefusal(502), 'token-unavailable', true, 'HTTP 502'],
  ];
  for (const [error, reason, retryable, detail] of table) {
    assert.deepEqual(shapeOf(error), { reason, retryable, detail });
  }
});

test('with a token no API key is blamed', () => {
  const told = (text: string): Expected => shapeOf(withToken(serverFailure(1008, text)));
  assert.deepEqual(told('Unauthorized Connection: Signature has expired'), {
    reason: 'token-rejected',
    retryable: false,
    detail: 'Signature has expired',
  });
  assert.equal(told('Unauthorized Connection: Insufficient balance').reason, 'account-refused');
});

test('a refused upgrade is told by its status, the retired API also by its body', () => {
  const table: readonly (readonly [number, string, FailureReason, boolean])[] = [
    [401, '', 'key-rejected', false],
    [403, '', 'key-rejected', false],
    [407, '', 'proxy-login', false],
    [401, '{"error":"Model deprecated. See docs …"}', 'api-retired', false],
    [410, '', 'api-retired', false],
    [404, '', 'connection-refused', false],
    [302, '', 'connection-refused', false],
    [200, '<html>', 'connection-refused', false],
    [429, '', 'too-many-sessions', true],
    [500, '', 'connection-refused', true],
    [503, '', 'connection-refused', true],
  ];
  for (const [status, body, reason, retryable] of table) {
    assert.deepEqual(
      shapeOf(upgradeFailure(status, body)),
      { reason, retryable, detail: `HTTP ${String(status)}` },
      `${String(status)} ${body}`,
    );
  }
});

test('a server that breaks the WebSocket protocol has an error of its own', () => {
  assert.deepEqual(shapeOf(protocolFailure(withCode('WS_ERR_INVALID_UTF8'))), {
    reason: 'server-error',
    retryable: true,
    detail: 'WS_ERR_INVALID_UTF8',
  });
});

test('why a socket could not be made never contains the address', () => {
  const ours = new DictationError('endpoint-invalid', { detail: 'no' });
  assert.equal(openFailure(ours), ours);
  const others = [withCode('ERR_INVALID_CHAR'), withCode('ERR_X'), new Error('wss://secret')];
  assert.deepEqual(
    others.map((error) => ({ ...shapeOf(openFailure(error)), cause: openFailure(error).cause })),
    [
      {
        reason: 'key-rejected',
        retryable: false,
        detail: 'it contains characters that cannot be sent',
        cause: undefined,
      },
      { reason: 'unexpected', retryable: false, detail: 'ERR_X', cause: undefined },
      {
        reason: 'unexpected',
        retryable: false,
        detail: 'the socket could not be made',
        cause: undefined,
      },
    ],
  );
});

test('another session makes sense at once after one that was as long as may be, and later where there are too many', () => {
  const after = (code: number): number | undefined => serverFailure(code, '').retryAfterMs;
  assert.deepEqual([after(3008), after(3009), after(3005)], [0, 5000, undefined]);
});
