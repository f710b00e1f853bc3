import { t } from './translation';

/** The question of Retry Transcription With…. */
export const RETRY_WITH_TITLE = {
  title: t('Voice Dictation: Retry Transcription With'),
  question: t('Who shall hear the speech that is kept?'),
};

/** Its answers, with what each sets for this once. */
export const RETRY_CHOICES = [
  {
    label: t('On This Computer'),
    description: t('free and private'),
    detail: t('Nothing of it leaves this computer. Asks first where a model must be downloaded.'),
    recognition: { provider: 'onDevice' },
  },
  {
    label: 'AssemblyAI',
    description: t('most accurate, needs an API key'),
    detail: t('The kept speech is sent to AssemblyAI.'),
    recognition: { provider: 'assemblyai' },
  },
] as const;
