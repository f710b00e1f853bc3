import { useTranslation, type Translation } from '../../../src/ui/messages/translation';

/** Every sentence in brackets: what stands outside them was not said through `t`. */
const PSEUDO: Translation = new Proxy({}, { get: (_, sentence) => `⟦${String(sentence)}⟧` });

// Imported for its effect, first of all: some sentences are said when their modules are loaded.
useTranslation(PSEUDO, 'en');
