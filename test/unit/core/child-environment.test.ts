import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childEnvironment } from '../../../src/core/child-environment';

test('a program that we start learns no key, token or password, whatever its name', () => {
  const secrets = [
    'ASSEMBLYAI_API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'GITHUB_TOKEN',
    'OPENAI_API_KEY',
    'NPM_CONFIG__AUTH',
    'DATABASE_URL',
    'PGPASSWORD',
    'SSH_AUTH_SOCK',
    'VSCODE_IPC_HOOK',
    'HTTPS_PROXY',
    'NODE_OPTIONS',
    'ELECTRON_RUN_AS_NODE',
    'path_to_secret',
    'MY_LANG',
  ];
  assert.deepEqual(childEnvironment(Object.fromEntries(secrets.map((name) => [name, 'x']))), {});
});

test('it learns where its files, libraries, language and sound system are', () => {
  const needed = {
    PATH: '/usr/bin',
    HOME: '/home/me',
    LANG: 'de_DE.UTF-8',
    LC_ALL: 'C',
    TMPDIR: '/tmp',
    LD_LIBRARY_PATH: '/nix/lib',
    XDG_RUNTIME_DIR: '/run/user/1000',
    PULSE_SERVER: 'unix:/mnt/wslg/PulseServer',
    PIPEWIRE_REMOTE: 'pipewire-0',
    ALSA_CONFIG_PATH: '/etc/asound.conf',
    JACK_DEFAULT_SERVER: 'default',
    AUDIODEV: 'hw:1',
    AUDIODRIVER: 'alsa',
    SOX_OPTS: '--buffer 512',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
    DISPLAY: ':0',
  };
  assert.deepEqual(childEnvironment(needed), needed);
});

test('on Windows names count in any case, and keep their spelling', () => {
  const windows = { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', 'ProgramFiles(x86)': 'C:\\P' };
  assert.deepEqual(childEnvironment({ ...windows, Token: 'x', unset: undefined }), windows);
});
