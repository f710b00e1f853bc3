// Which microphone is recorded: chosen by its level in a real window, and when it is not there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { run } from '../harness/programs';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';

const HEADSET = 'headset';

describe('the microphone', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let unplug: () => Promise<unknown>;
  before(async () => {
    rig = await startRig();
    await pactl('load-module', 'module-null-sink', 'sink_name=silence');
    unplug = await plugIn();
  });
  after(() => rig.stop());
  afterEach(async (context) => {
    await rig.afterTest(context);
    await rig.window.clearToasts();
  });

  function pactl(...args: readonly string[]): Promise<string> {
    return run('pactl', args, { env: { ...process.env, ...rig.microphone.env } });
  }

  /** A second microphone, which hears nothing. @returns what unplugs it */
  async function plugIn(): Promise<() => Promise<unknown>> {
    const module = await pactl(
      ...['load-module', 'module-remap-source', 'master=silence.monitor'],
      ...[`source_name=${HEADSET}`, 'source_properties=device.description=Kopfhörer'],
    );
    return () => pactl('unload-module', module.trim());
  }

  /** Select Microphone…: where the command was chosen stands its list then. */
  async function openList(): Promise<void> {
    const { page } = rig.workbench;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Select Microphone');
    await page.locator('.monaco-list-row', { hasText: 'Select Microphone…' }).first().click();
    await page.locator('.quick-input-titlebar', { hasText: 'Select Microphone' }).waitFor();
  }

  /** The lines of the list, as they are now. */
  const lines = (): Promise<readonly string[]> =>
    rig.workbench.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  const line = async (name: string): Promise<string | undefined> =>
    (await lines())
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .find((text) => text.startsWith(name));
  const machineSetting = async (): Promise<unknown> => {
    const file = path.join(rig.host.dataDir, 'data/Machine/settings.json');
    const settings: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Reflect.get(Object(settings), 'voiceDictation.recording.device');
  };

  test('is chosen by the level that each one has while somebody speaks, and nobody records afterwards', async () => {
    const { workbench, window } = rig;
    await openList();
    await until('the silent one', async () =>
      (await line('Kopfhörer'))?.includes('Delivers nothing but silence') ? true : undefined,
    );
    const speaking = rig.say('fox');
    const heard = await until('a level', async () => {
      const text = await line('VirtualMicrophone');
      return text?.includes('▰▰▰▰▰') ? text : undefined;
    });
    await rig.screenshot('select-microphone');
    const silent = await line('Kopfhörer');
    await speaking;
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Kopfhörer' })
      .click();
    const toast = await window.toast();
    const device = await until('the setting', async () => (await machineSetting()) ?? undefined);
    await rig.untilQuiet();
    assert.deepEqual(
      {
        heard: heard.includes('default'),
        silent: silent?.includes('▰'),
        toast: toast.sentence,
        device,
      },
      {
        heard: true,
        silent: false,
        toast: 'Dictation on this computer records Kopfhörer from now on.',
        device: HEADSET,
      },
    );
  });

  test('goes from the list when it is unplugged, and comes back', async () => {
    const { workbench } = rig;
    await openList();
    await until('the headset', async () =>
      (await line('Kopfhörer')) === undefined ? undefined : true,
    );
    await unplug();
    await until('its end', async () =>
      (await line('Kopfhörer')) === undefined
        ? ((await lines()).find((text) => text.includes('not connected')) ?? undefined)
        : undefined,
    );
    await rig.screenshot('select-microphone-unplugged');
    unplug = await plugIn();
    await until('its return', async () =>
      (await line('Kopfhörer')) === undefined ? undefined : true,
    );
    await workbench.page.keyboard.press('Escape');
  });

  test('is tested: what it sounds like is told, and nobody records afterwards', async () => {
    const { window, workbench } = rig;
    await rig.configure({});
    await workbench.runCommand('Voice Dictation: Test My Microphone');
    await rig.untilRecorder(() => true);
    const speaking = rig.say('fox');
    await workbench.page.locator('.notification-toast', { hasText: '▰▰▰' }).waitFor();
    await rig.screenshot('test-microphone');
    await speaking;
    await workbench.page.locator('.notification-toast', { hasText: 'dB' }).waitFor();
    const toast = await window.toast();
    await rig.screenshot('microphone-tested');
    await rig.untilQuiet();
    assert.match(toast.sentence, /^Your microphone works.* \(speech −\d+ dB, noise −\d+ dB\)\.$/);
    assert.deepEqual(toast.buttons.toSorted(), ['Choose Microphone', 'Test Again']);
  });

  test('that is not there gives way to the default: the sentence lands, and the person is told', async () => {
    const { window } = rig;
    await rig.serve();
    await rig.configure({ 'voiceDictation.recording.device': 'nowhere' });
    await window.openDocument('fallback.md');
    await window.pressToggle();
    await window.keyInput.waitFor();
    await window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    // Told while it goes on, and gone after a while.
    const toast = await window.toast();
    await rig.screenshot('microphone-not-there');
    await window.untilState('listening');
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      {
        sentence: toast.sentence,
        buttons: toast.buttons,
        text: await window.savedText('fallback.md'),
      },
      {
        sentence:
          "The microphone nowhere does not record. Dictation goes on with the system's default microphone.",
        buttons: ['Choose Microphone', 'Stop Dictation'],
        text: rig.fixture('fox').text,
      },
    );
  });

  test('and all else that dictation needs is looked at: what is wrong has a button, and the copy names nothing', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await rig.configure({
      'voiceDictation.recording.device': 'annas-headset',
      'terminal.integrated.commandsToSkipShell': ['workbench.action.terminal.new'],
    });
    await workbench.runCommand('Voice Dictation: Run Diagnostics');
    await page.locator('.tab.active', { hasText: 'Voice Dictation Diagnostics' }).waitFor();
    const lens = (title: string): ReturnType<typeof page.locator> =>
      page.locator('.codelens-decoration a', { hasText: title }).first();
    await lens('Choose Microphone').waitFor();
    await lens('Let the Key Through').waitFor();
    await rig.screenshot('diagnostics');
    await lens('Copy for a Bug Report').click();
    await window.openDocument('report.md');
    await page.keyboard.press('Control+V');
    await until('the report', async () =>
      (await workbench.editorText()) === '' ? undefined : true,
    );
    const report = await window.savedText('report.md');
    await page.locator('.tab', { hasText: 'Voice Dictation Diagnostics' }).click();
    await lens('Choose Microphone').click();
    await page.locator('.quick-input-titlebar', { hasText: 'Select Microphone' }).waitFor();
    await page.keyboard.press('Escape');
    await rig.configure({});
    await lens('Run Again').click();
    await page.locator('.view-line', { hasText: 'VirtualMicrophone' }).waitFor();
    await rig.untilQuiet();
    assert.match(report, /^✓ Recorder: sox 14[\d.]+/m);
    assert.match(report, /^✓ Toggle key: nobody else has it$/m);
    assert.match(report, /^! Microphone: the chosen one is not connected/m);
    for (const secret of ['annas-headset', 'Kopfhörer', 'VirtualMicrophone', rig.host.dataDir]) {
      assert.ok(!report.includes(secret), secret);
    }
    assert.ok(!report.includes(EMULATOR_KEY));
  });
});
