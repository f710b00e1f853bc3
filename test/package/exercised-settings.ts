import type { Trial } from './exercised-commands';

const LEGAL = 'settings changed while listening, and a forced endpoint, are legal messages';
const AGENT =
  'an agent is talked to from a file: the file that is named is mentioned, and "send it" sends where that is wanted';
const BUDGET = 'the daily budget ends it as it would end a dictation; what is left is not lost';

/** By the setting's id without our name before it. */
export const SETTINGS_TRIED: Readonly<Record<string, Trial>> = {
  'recording.recorder': [
    'wire/recorders',
    'a chosen recorder is the only one',
    "recorder: 'ffmpeg'",
  ],
  'recording.soxPath': [
    'host/commands',
    'start without sox fails as that, with the extension host alive',
    "'recording.soxPath'",
  ],
  'recording.device': [
    'e2e/microphones',
    'that is not there gives way to the default: the sentence lands, and the person is told',
    'recording.device',
  ],
  'recording.sampleRate': [
    'unit/dictation/controller',
    'the session is opened with the settings and the format',
    'sampleRate: 8000',
  ],
  'recording.encoding': [
    'unit/dictation/controller',
    'the session is opened with the settings and the format',
    "encoding: 'pcm_mulaw'",
  ],
  'recognition.provider': [
    'unit/ui/status/status-view',
    'offers no key to a person who wants this computer only',
    "provider: 'onDevice'",
  ],
  'onDevice.source': [
    'wire/on-device-store',
    'what is neither an address nor a folder is refused',
    'openSource(',
  ],
  'onDevice.model': [
    'unit/ui/provider-lines',
    'choosing a line makes it the one that is marked',
    'model',
  ],
  'onDevice.modelFolder': [
    'wire/on-device-provider',
    '${name} in a folder of one’s own is refused by the ${kind} build, and the window lives on',
    'modelFolder:',
  ],
  'recognition.endpoint': [
    'host/commands',
    'start with an address that must not be used fails as that, before a key is asked for',
    "'recognition.endpoint'",
  ],
  'recognition.allowInsecureEndpoint': [
    'unit/recognition/assemblyai/endpoint',
    'ws: to another computer is used when insecure endpoints are allowed',
    'true)',
  ],
  'recognition.model': [
    'host/settings',
    'of a workspace choose the model, but no program, no host and no proxy',
    'voiceDictation.recognition.model',
  ],
  'recognition.mode': ['wire/session-emulator', LEGAL, 'mode:'],
  'recognition.languages': [
    'host/settings',
    'of a language hold for the documents in it, and for no other',
    "'recognition.languages'",
  ],
  'recognition.formatTurns': ['wire/session-emulator', LEGAL, 'formatTurns:'],
  'recognition.keyterms': [
    'unit/dictation/names',
    'own keyterms that a session cannot take are said to wait',
    'keyterms',
  ],
  'recognition.minTurnSilenceMs': ['wire/session-emulator', LEGAL, 'minTurnSilenceMs:'],
  'recognition.maxTurnSilenceMs': ['wire/session-emulator', LEGAL, 'maxTurnSilenceMs:'],
  'recognition.endOfTurnConfidenceThreshold': [
    'wire/session-emulator',
    LEGAL,
    'endOfTurnConfidenceThreshold:',
  ],
  'recognition.vadThreshold': ['wire/session-emulator', LEGAL, 'vadThreshold:'],
  'recognition.filterProfanity': ['wire/session-emulator', LEGAL, 'filterProfanity:'],
  'recognition.tokenUrl': [
    'host/network',
    'the token of a token server comes through the tunnel too',
    'tokenUrl',
  ],
  'cost.parkAfterSilenceMs': [
    'unit/dictation/cost/cost-guard',
    'after the silence that is set, the session is parked, and speech wakes it',
    'parkAfterSilenceMs',
  ],
  'cost.stopAfterSilenceMs': [
    'unit/dictation/cost/cost-guard',
    'silence is warned of a minute before it ends dictation, anew after each word',
    'stopAfterSilenceMs',
  ],
  'cost.maxMinutes': [
    'unit/dictation/cost/cost-guard',
    'the longest duration is warned of a minute before, and can be extended each time',
    'maxMinutes',
  ],
  'cost.pricePerHour': ['unit/dictation/transcription', BUDGET, 'pricePerHour'],
  'cost.dailyBudget': ['unit/dictation/transcription', BUDGET, 'dailyBudget'],
  'display.partials': [
    'unit/ui/status/status-view',
    'shows no text when partials are off',
    "partials: 'off'",
  ],
  'display.editorTitleButton': [
    'package/editor-title',
    'is there while the setting is on, and not while it is off',
    'editorTitleButton',
  ],
  'insertion.target': [
    'host/places',
    'with "follow cursor" each final goes to where the caret is then, in whatever document',
    "target: 'followCursor'",
  ],
  'insertion.spokenCommands': [
    'host/corrections',
    'nothing is a command when spoken commands are off',
    'spokenCommands: false',
  ],
  'insertion.replacements': [
    'host/writing',
    'replacements are written as they are, and may name selection and date',
    'replacements',
  ],
  'insertion.snippets': [
    'host/corrections',
    'a snippet is inserted by its spoken name, goes on at its first stop, and can be taken back',
    'snippets',
  ],
  'insertion.removeFillers': [
    'host/settings',
    'of a language hold for the documents in it, and for no other',
    "'insertion.removeFillers'",
  ],
  'insertion.wrapAtRuler': [
    'host/writing',
    'comments wrap at the ruler, with their marker, by one change; without the setting they do not',
    'wrapAtRuler: false',
  ],
  'insertion.namesInPrompts': [
    'unit/text/prompts/names',
    'is written only in prompts, and where the person wants it',
    'namesInPrompts: false',
  ],
  'insertion.terminalScope': [
    'host/agents',
    'the setting, and a key of one’s own, say how a terminal is written in',
    "terminalScope: 'code'",
  ],
  'insertion.polish': [
    'host/polish',
    'and stays in documents where only prompts are to be polished',
    "extent = 'prompts'",
  ],
  'polish.endpoint': [
    'wire/local-model',
    'is the first that the server lists, where none is set; the whole address does as well',
    'endpoint',
  ],
  'polish.allowRemoteEndpoint': [
    'wire/local-model',
    'is on this computer, unless the person allows another, and then never in the clear',
    'true',
  ],
  'polish.model': [
    'wire/local-model',
    'gets instructions and text, and no key, and its answer is read',
    'model',
  ],
  'vocabulary.fromWorkspace': [
    'unit/dictation/names',
    'nobody is asked about names where there are none, or where they are off',
    'fromWorkspace',
  ],
  'agents.programs': [
    'host/choosing-agent',
    'installed is what the settings name and can be run; nothing is run to find out',
    'installed',
  ],
  'agents.submit': ['e2e/targets', AGENT, 'agents.submit'],
  holdToTalk: [
    'unit/dictation/key/hold-to-talk',
    'without hold to talk a held key is one toggle, and an impatient press does not lock',
    'holdToTalk',
  ],
  soundCues: ['host/sound-cues', 'are silent where one setting says so', 'play(false)'],
  'privacy.keepUnlandedText': [
    'wire/unlanded-texts',
    'are never written when the person switched that off',
    'isEnabled: false',
  ],
  'privacy.keepHistory': [
    'host/history-view',
    'is on disk as long as the setting says so, and not after it is cleared',
    'privacy.keepHistory',
  ],
  'privacy.keepUnsentAudio': [
    'e2e/dictation',
    'what a window could not send before it was closed is offered when it is opened again',
    'privacy.keepUnsentAudio',
  ],
  'privacy.allowedExtensions': [
    'unit/ui/api/leaving',
    'that the person no longer allows is asked about again, and hears no more',
    'rig.allowed',
  ],
};
