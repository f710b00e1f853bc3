import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isAssemblyAiHost,
  keyHost,
  parseEndpoint,
} from '../../../../src/recognition/assemblyai/endpoint';
import { isDictationError } from '../../../../src/core/failure';

/** The address that is used, or the detail of the refusal. */
function used(endpoint: string, allowInsecureEndpoint = false): string {
  try {
    return parseEndpoint({ endpoint, allowInsecureEndpoint }).href;
  } catch (error) {
    assert.ok(isDictationError(error));
    assert.deepEqual(
      { reason: error.reason, retryable: error.retryable },
      { reason: 'endpoint-invalid', retryable: false },
    );
    return `refused: ${error.detail}`;
  }
}

const NO_ADDRESS = 'refused: the address must look like wss://host/path';
const INSECURE = 'refused: unencrypted ws: is for this computer only';
const SECRET = 'refused: the address must not contain a key, token or password';

test('an endpoint is used as it stands, completed only for AssemblyAI streaming hosts, or refused', () => {
  const table: readonly (readonly [endpoint: string, expected: string])[] = [
    ['wss://streaming.assemblyai.com/v3/ws', 'wss://streaming.assemblyai.com/v3/ws'],
    ['wss://streaming.assemblyai.com', 'wss://streaming.assemblyai.com/v3/ws'],
    ['wss://streaming.eu.assemblyai.com/', 'wss://streaming.eu.assemblyai.com/v3/ws'],
    ['WSS://Streaming.US.AssemblyAI.com', 'wss://streaming.us.assemblyai.com/v3/ws'],
    ['wss://api.assemblyai.com/v2/realtime/ws', 'wss://api.assemblyai.com/v2/realtime/ws'],
    ['wss://speech.example.org:8443', 'wss://speech.example.org:8443/'],
    ['wss://speech.example.org/asr?domain=x', 'wss://speech.example.org/asr?domain=x'],
    ['wss://streaming.assemblyai.com.example.org', 'wss://streaming.assemblyai.com.example.org/'],
    ['ws://localhost:8080', 'ws://localhost:8080/'],
    ['ws://127.0.0.1:1/v3/ws', 'ws://127.0.0.1:1/v3/ws'],
    ['ws://127.1:8080', 'ws://127.0.0.1:8080/'],
    // VS Code would send it to a proxy.
    ['ws://127.8.9.10:1', INSECURE],
    ['ws://[::1]:8080', 'ws://[::1]:8080/'],
    ['ws://speech.example.org', INSECURE],
    ['ws://streaming.assemblyai.com/v3/ws', INSECURE],
    ['ws://localhost.example.org', INSECURE],
    ['ws://127.0.0.1.example.org', INSECURE],
    ['ws://0.0.0.0:8080', INSECURE],
    ['ws://[::2]:8080', INSECURE],
    ['ws://10.0.0.1', INSECURE],
    ['https://streaming.assemblyai.com/v3/ws', NO_ADDRESS],
    ['streaming.assemblyai.com/v3/ws', NO_ADDRESS],
    ['localhost:8080', NO_ADDRESS],
    ['wss://', NO_ADDRESS],
    ['', NO_ADDRESS],
    ['javascript:alert(1)', NO_ADDRESS],
    ['wss://key@streaming.assemblyai.com/v3/ws', SECRET],
    ['wss://:secret@streaming.assemblyai.com/v3/ws', SECRET],
    ['wss://streaming.assemblyai.com/v3/ws?token=secret', SECRET],
    [
      'wss://streaming.assemblyai.com/v3/ws#part',
      'refused: the address must not contain a #fragment',
    ],
  ];
  for (const [endpoint, expected] of table) assert.equal(used(endpoint), expected, endpoint);
});

test('ws: to another computer is used when insecure endpoints are allowed', () => {
  assert.equal(used('ws://speech.example.org/asr', true), 'ws://speech.example.org/asr');
  assert.equal(used('ws://key@speech.example.org', true), SECRET);
});

test('a key belongs to a host and its port, in one spelling', () => {
  assert.equal(keyHost('wss://streaming.assemblyai.com/v3/ws'), 'streaming.assemblyai.com');
  assert.equal(keyHost('wss://STREAMING.assemblyai.com:443'), 'streaming.assemblyai.com');
  assert.equal(keyHost('wss://speech.example.org:8443/x?y=z'), 'speech.example.org:8443');
  assert.equal(keyHost('ws://[::1]:8080'), '[::1]:8080');
  assert.throws(() => keyHost('speech.example.org'), { reason: 'endpoint-invalid' });
});

test('only assemblyai.com and what is below it are AssemblyAI hosts', () => {
  const own = [
    'assemblyai.com',
    'streaming.assemblyai.com',
    'streaming.eu.assemblyai.com',
    'streaming.assemblyai.com:8443',
  ];
  const foreign = [
    'notassemblyai.com',
    'assemblyai.com.example.org',
    'assemblyai.com.',
    '.assemblyai.com',
    'assemblyai.co',
    'assemblyai.com:evil',
    'example.org',
    '',
  ];
  assert.deepEqual(own.filter(isAssemblyAiHost), own);
  assert.deepEqual(foreign.filter(isAssemblyAiHost), []);
});
