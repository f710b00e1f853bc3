// What Run Diagnostics asks the network and the programs that are installed.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { test } from 'node:test';
import { recorderVersions } from '../../src/audio/recorder-versions';
import { RECORDERS, type RecognitionSettings } from '../../src/core/settings';
import { reachEndpoint } from '../../src/recognition/assemblyai/reach';
import { systemClock as clock } from '../../src/ui/system-clock';
import { findProgram, requirePrograms } from '../harness/programs';
import { RECORDER_PACKAGES } from './audio-support';

/** A server on this computer, with the time that it says it is, and what it was asked. */
async function listening(
  date: Date,
): Promise<{ readonly server: Server; readonly endpoint: string; readonly asked: object[] }> {
  const asked: object[] = [];
  const server = createServer(({ method, headers, url }, response) => {
    asked.push({ method, url, authorization: headers.authorization });
    response.writeHead(404, { date: date.toUTCString() }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { server, endpoint: `ws://127.0.0.1:${String(address.port)}/v3/ws?model=any`, asked };
}

const reach = (
  endpoint: string,
  provider: RecognitionSettings['provider'] = 'auto',
): ReturnType<typeof reachEndpoint> =>
  reachEndpoint({ provider, endpoint, allowInsecureEndpoint: false }, clock);

test('any answer of the host is one; it is asked for nothing, without a key, and its clock is read', async () => {
  const { server, endpoint, asked } = await listening(new Date(Date.now() - 3_600_000));
  const {
    answerMs,
    connectMs,
    clockAheadMs = 0,
    failure,
  } = (await reach(endpoint)) ?? assert.fail('nobody was asked');
  server.close();
  assert.deepEqual(
    {
      asked,
      failure,
      isTimed: [answerMs, connectMs].every((each) => each !== undefined && each >= 0),
      // To a second, on a computer that may be busy.
      hoursAhead: Math.round(clockAheadMs / 3_600_000),
    },
    {
      asked: [{ method: 'HEAD', url: '/', authorization: undefined }],
      failure: undefined,
      isTimed: true,
      hoursAhead: 1,
    },
  );
});

test('nobody is asked where this computer listens', async () => {
  const { server, endpoint, asked } = await listening(new Date());
  const reached = await reach(endpoint, 'onDevice');
  server.close();
  assert.deepEqual([reached, asked], [undefined, []]);
});

test('a host that is not there is told by its code, an address that must not be used by its reason', async () => {
  const { server, endpoint } = await listening(new Date());
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(
    [(await reach(endpoint))?.failure, (await reach('ws://speech.example/'))?.failure],
    ['ECONNREFUSED', 'endpoint-invalid'],
  );
});

test('recorders say which version they are, and none opens the microphone for that', async () => {
  await requirePrograms(RECORDER_PACKAGES);
  const installed = await Promise.all(
    RECORDERS.map(async (name) => ({
      name,
      file:
        name === 'pvrecorder' ? '/the/add-on' : ((await findProgram(name)) ?? assert.fail(name)),
    })),
  );
  const versions = await recorderVersions(installed, process.env);
  assert.deepEqual(
    versions.map(({ name, version }) => [name, version !== undefined]),
    RECORDERS.map((name) => [name, name !== 'rec']),
  );
});

test('a recorder that cannot be asked has no version', async () => {
  const versions = await recorderVersions([{ name: 'sox', file: '/nowhere/sox' }], process.env);
  assert.deepEqual(versions, [{ name: 'sox', version: undefined }]);
});
