import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { LANGUAGES } from '../../../../src/text/languages/languages';
import { actionsOf, lexiconOf, marksOf, phrasesOf } from '../../../../src/text/prose/lexicon';
import { writePunctuation } from '../../../../src/text/prose/write-punctuation';

/** What was said in a language, and what is written. */
const CASES: readonly (readonly [language: string, said: string, written: string])[] = [
  // Marks that end a sentence
  ['en', 'hello full stop how are you', 'hello. How are you'],
  ['en', 'Hello, full stop. How are you', 'Hello. How are you'],
  ['en', 'Hello. Full stop. How are you?', 'Hello. How are you?'],
  ['en', 'Is it you question mark', 'Is it you?'],
  ['en', 'Is it you, question mark.', 'Is it you?'],
  ['en', 'Is it you? Question mark. Yes.', 'Is it you? Yes.'],
  ['en', 'No way exclamation point', 'No way!'],
  ['en', 'It runs on full stop iOS works', 'It runs on. iOS works'],
  ['en', 'Version 2 full stop 3 comes next', 'Version 2. 3 comes next'],
  ['en', 'full-stop', '.'],
  ['en', 'He waits dot dot dot then he goes', 'He waits… then he goes'],
  // Marks that enclose
  ['en', 'open paren see below close paren', '(see below)'],
  ['en', 'Open paren see below close paren.', '(See below).'],
  ['en', 'The list, open paren, see below, close paren, is long.', 'The list (see below) is long.'],
  ['en', 'The list, open paren see below close paren, is long.', 'The list (see below), is long.'],
  // Ordinary words enclose with their partner only
  ['en', 'Use open angle bracket b close angle bracket here.', 'Use <b> here.'],
  [
    'de',
    'Der Wert Klammer öffnen siehe unten Klammer schließen fehlt.',
    'Der Wert (siehe unten) fehlt.',
  ],
  [
    'es',
    'El valor abrir paréntesis ver abajo cerrar paréntesis falta.',
    'El valor (ver abajo) falta.',
  ],
  ['fr', 'La valeur ouvrir le crochet un fermer le crochet manque.', 'La valeur [un] manque.'],
  ['it', 'Il valore apri quadra uno chiudi quadra manca.', 'Il valore [uno] manca.'],
  ['en', 'We angle for open curly hair.', 'We angle for open curly hair.'],
  [
    'es',
    'Hay que abrir paréntesis y cerrar paréntesis.',
    'Hay que abrir paréntesis y cerrar paréntesis.',
  ],
  [
    'es',
    'Inserta cerrar corchete al abrir corchete.',
    'Inserta cerrar corchete al abrir corchete.',
  ],
  ['en', 'He said open curly quote yes close curly quote.', 'He said “yes”.'],
  [
    'en',
    'Emit open paren, then the rest, then close paren.',
    'Emit open paren, then the rest, then close paren.',
  ],
  // Where one of two that enclose is spoken about, both are
  ['en', 'Open bracket without close bracket fails.', 'Open bracket without close bracket fails.'],
  ['de', 'Klammer auf ohne Klammer zu geht nicht.', 'Klammer auf ohne Klammer zu geht nicht.'],
  ['en', 'Open quote and close quote look alike.', 'Open quote and close quote look alike.'],
  // The name of a stop before a line
  ['en', 'Kind regards comma new line Tom', 'Kind regards,\nTom'],
  ['en', 'The cache is cold period new paragraph we warm it', 'The cache is cold.\n\nWe warm it'],
  ['de', 'Viele Grüße Komma neue Zeile Tom', 'Viele Grüße,\nTom'],
  ['de', 'Der Test läuft Punkt neue Zeile jetzt die Doku', 'Der Test läuft.\nJetzt die Doku'],
  ['es', 'Un saludo coma nueva línea Tomás', 'Un saludo,\nTomás'],
  ['fr', 'Cordialement virgule nouvelle ligne Tom', 'Cordialement,\nTom'],
  ['fr', 'Cordialement virgule à la ligne Tom', 'Cordialement,\nTom'],
  ['it', 'Cordiali saluti virgola nuova riga Tom', 'Cordiali saluti,\nTom'],
  ['en', 'It follows the comma next line included.', 'It follows the comma next line included.'],
  // Commas and colons
  ['en', 'hello tom comma how are you', 'hello tom, how are you'],
  ['en', 'Yes, comma, please.', 'Yes, please.'],
  ['en', 'please send the file comma then wait', 'please send the file, then wait'],
  ['en', 'The lexer comma which is old comma is slow.', 'The lexer, which is old, is slow.'],
  ['en', 'The answer is colon no.', 'The answer is: no.'],
  ['en', 'The default is colon.', 'The default is colon.'],
  ['en', 'Comma splice is an error.', 'Comma splice is an error.'],
  ['en', 'comma but I would wait.', ', but I would wait.'],
  ['de', 'Ja Komma bitte', 'Ja, bitte'],
  ['de', 'Es sind 3 Komma 5 Prozent.', 'Es sind 3 Komma 5 Prozent.'],
  ['fr', 'Zéro virgule deux.', 'Zéro virgule deux.'],
  ['es', 'Sí coma gracias', 'Sí, gracias'],
  ['it', 'Sì virgola grazie', 'Sì, grazie'],
  ['fr', 'Il y a deux points importants.', 'Il y a deux points importants.'],
  ['es', 'Hay dos puntos importantes.', 'Hay dos puntos importantes.'],
  ['fr', 'On ouvre la parenthèse ici.', 'On ouvre la parenthèse ici.'],
  ['es', 'Terminamos. Punto y aparte. Gracias.', 'Terminamos.\n\nGracias.'],
  ['en', 'Write to anna at sign example dot com.', 'Write to anna@example.com.'],
  ['de', 'Schreib an anna At-Zeichen example Punkt de.', 'Schreib an anna@example.de.'],
  ['en', 'It is the at sign example dot com.', 'It is the at sign example dot com.'],
  ['en', 'The range is 10 en dash 20.', 'The range is 10–20.'],
  // The subject of a commit
  ['en', 'fix colon handle empty input', 'fix: handle empty input'],
  [
    'en',
    'feat open paren parser close paren colon support nested lists',
    'feat(parser): support nested lists',
  ],
  // A stop that is the last sentence
  ['en', 'I agree. Period.', 'I agree.'],
  ['en', 'A period. Period drama.', 'A period. Period drama.'],
  // What needs something before it begins a sentence that goes on
  ['en', 'Exclamation mark use is rising.', 'Exclamation mark use is rising.'],
  ['de', 'Fragezeichen weglassen geht nicht.', 'Fragezeichen weglassen geht nicht.'],
  ['es', 'Signo de exclamación sobrio, por favor.', 'Signo de exclamación sobrio, por favor.'],
  ['fr', 'Point d’exclamation jugé inutile.', 'Point d’exclamation jugé inutile.'],
  ['en', 'Percent sign in URLs starts an escape.', 'Percent sign in URLs starts an escape.'],
  ['en', 'question mark then we go on', '? Then we go on'],
  ['en', 'New line after brace is optional.', 'New line after brace is optional.'],
  ['en', 'New line after the break we go on.', '\nAfter the break we go on.'],
  // A verb that waits for another one; a word alone before it, and a place behind it
  ['de', 'Der Text darf neue Zeile nicht haben.', 'Der Text darf neue Zeile nicht haben.'],
  ['de', 'Wer hat Klammer auf entfernt?', 'Wer hat Klammer auf entfernt?'],
  [
    'de',
    'Es muss getestet werden Ausrufezeichen sonst hakt es.',
    'Es muss getestet werden! Sonst hakt es.',
  ],
  ['de', 'Das ist alles was ich will neue Zeile danke.', 'Das ist alles was ich will\nDanke.'],
  ['en', 'Reformat new line in strings.', 'Reformat new line in strings.'],
  ['en', 'Thanks new line when it works, ship it.', 'Thanks\nWhen it works, ship it.'],
  ['it', 'Tollera nuova riga in coda.', 'Tollera nuova riga in coda.'],
  ['en', 'There must be full stop after initials.', 'There must be full stop after initials.'],
  ['en', 'Dollar sign in names is fine.', 'Dollar sign in names is fine.'],
  [
    'en',
    'It wants an open paren but sees open bracket.',
    'It wants an open paren but sees open bracket.',
  ],
  [
    'de',
    'Erlaubt sind Buchstaben, Pluszeichen, Tilden und mehr.',
    'Erlaubt sind Buchstaben, Pluszeichen, Tilden und mehr.',
  ],
  // One question, whose mark the recogniser has set
  ['en', 'Where does new line come in here?', 'Where does new line come in here?'],
  ['en', 'Could new line break it?', 'Could new line break it?'],
  ['de', 'Ist Fragezeichen Gerds Idee?', 'Ist Fragezeichen Gerds Idee?'],
  ['en', 'Some tools drop new line silently.', 'Some tools drop new line silently.'],
  [
    'fr',
    'Le script coupe nouvelle ligne brutalement.',
    'Le script coupe nouvelle ligne brutalement.',
  ],
  ['en', 'Is it done question mark hopefully.', 'Is it done? Hopefully.'],
  ['en', 'How do you write em dash in LaTeX?', 'How do you write em dash in LaTeX?'],
  ['de', 'Wieso steht da immer neue Zeile drin?', 'Wieso steht da immer neue Zeile drin?'],
  ['en', 'Can you check it new line is it green?', 'Can you check it\nIs it green?'],
  ['en', 'Euro sign prints as a box.', 'Euro sign prints as a box.'],
  ['en', 'It costs euro sign 20.', 'It costs €20.'],
  ['es', 'Punto y aparte mal puesto en el texto.', 'Punto y aparte mal puesto en el texto.'],
  ['en', 'Why is question mark so rare?', 'Why is question mark so rare?'],
  ['en', 'Is it done question mark can we go?', 'Is it done? Can we go?'],
  ['de', 'Wann wird Fragezeichen gesetzt?', 'Wann wird Fragezeichen gesetzt?'],
  ['en', 'Hi Tom, could you check this question mark', 'Hi Tom, could you check this?'],
  // Lines that are sentences of their own, or between commas; pauses between stops; last words
  ['en', 'First the plan. Next line. Then the code.', 'First the plan.\nThen the code.'],
  ['de', 'Erst der Plan. Zeilenumbruch. Dann der Code.', 'Erst der Plan.\nDann der Code.'],
  ['es', 'Primero el plan, línea nueva, luego el código.', 'Primero el plan\nLuego el código.'],
  ['fr', 'D’abord le plan. À la ligne. Puis le code.', 'D’abord le plan.\nPuis le code.'],
  ['it', 'Prima il piano. A capo. Poi il codice.', 'Prima il piano.\nPoi il codice.'],
  ['it', 'Giulia è a capo del progetto.', 'Giulia è a capo del progetto.'],
  ['fr', 'L’erreur est à la ligne 42.', 'L’erreur est à la ligne 42.'],
  ['en', 'We need tests. Comma. And docs.', 'We need tests, And docs.'],
  ['en', 'We wait em dash? Full stop end of it', 'We wait —. End of it'],
  ['en', 'We will not ship. Period. And why?', 'We will not ship. Period. And why?'],
  ['es', 'Terminamos aquí punto final', 'Terminamos aquí.'],
  ['es', 'Abrir exclamación qué bien cerrar exclamación', '¡Qué bien!'],
  [
    'es',
    'Hay que abrir interrogación en cada pregunta.',
    'Hay que abrir interrogación en cada pregunta.',
  ],
  ['en', 'Fifty percent sign of users.', 'Fifty% of users.'],
  ['de', 'Er hat ein Prozentzeichen gesehen.', 'Er hat ein Prozentzeichen gesehen.'],
  ['en', 'Check the logs new line restart it.', 'Check the logs\nRestart it.'],
  ['en', 'The parser logs new line twice.', 'The parser logs new line twice.'],
  ['fr', 'À la ligne suivante, on trouve la clé.', 'À la ligne suivante, on trouve la clé.'],
  ['fr', 'C’est tout point final nouvelle ligne merci.', 'C’est tout.\nMerci.'],
  ['es', 'El punto final de la API falla.', 'El punto final de la API falla.'],
  ['es', 'Ayer puso punto final.', 'Ayer puso punto final.'],
  ['en', 'The list open bracket see below close bracket is long.', 'The list [see below] is long.'],
  ['en', 'Run it open paren really? Close paren. Now', 'Run it (really?). Now'],
  ['en', 'It is a open quote smart close quote idea', 'It is a "smart" idea'],
  ['en', 'He said open curly quote yes close curly quote', 'He said “yes”'],
  ['en', 'Done full stop open quote next close quote is it', 'Done. "Next" is it'],
  ['en', 'Use open paren .NET close paren', 'Use (.NET)'],
  ['en', 'Call open backtick run close backtick.', 'Call `run`.'],
  ['en', 'Open backtick main close back tick is old.', '`main` is old.'],
  ['en', 'It is full stop open backtick user id close backtick fails', 'It is. `user id` fails'],
  [
    'en',
    'Rename open backtick foo close backtick, open backtick bar close backtick, and open backtick it close backtick.',
    'Rename `foo`, `bar`, and `it`.',
  ],
  ['de', 'Rufe öffnender Backtick lauf schließender Backtick auf.', 'Rufe `lauf` auf.'],
  ['es', 'Usa abre comilla invertida main cierra comilla invertida.', 'Usa `main`.'],
  ['fr', 'Lance ouvrez l’apostrophe inversée main fermez l’apostrophe inversée.', 'Lance `main`.'],
  ['en', 'f open paren open bracket one close bracket close paren', 'f ([one])'],
  // Lines
  ['en', 'Buy milk, new line, buy eggs', 'Buy milk\nBuy eggs'],
  ['en', 'Dear John. New line. I write.', 'Dear John.\nI write.'],
  ['en', 'First item new line', 'First item\n'],
  ['en', 'New line second item', '\nSecond item'],
  ['en', 'New line. New line.', '\n\n'],
  ['en', 'Full stop. New line.', '.\n'],
  ['en', 'The end full stop new paragraph the start', 'The end.\n\nThe start'],
  // Symbols
  ['en', 'john at sign example', 'john@example'],
  ['en', 'It costs dollar sign 5.', 'It costs $5.'],
  ['en', 'Ten percent sign, and more', 'Ten%, and more'],
  ['en', 'x equals sign y', 'x = y'],
  ['en', 'It went up to dollar sign 20 today', 'It went up to $20 today'],
  ['en', 'But what do we have question mark', 'But what do we have?'],
  [
    'en',
    'It has two parts new paragraph option one is simple',
    'It has two parts\n\nOption one is simple',
  ],
  ['en', 'It never returns new line we should wait', 'It never returns\nWe should wait'],
  ['en', 'It ends new line check the rest', 'It ends\nCheck the rest'],
  ['en', 'one plus sign, two', 'one + two'],
  ['en', 'Equals sign five.', '= five.'],
  ['en', 'About percent sign we know little', 'About percent sign we know little'],
  ['en', 'We know percent sign. It is used.', 'We know percent sign. It is used.'],
  // Words that are pronouns, too, may end a sentence.
  ['es', 'Lo vemos todo nueva línea gracias', 'Lo vemos todo\nGracias'],
  ['es', 'Ya lo tiene nueva línea ahora el otro', 'Ya lo tiene\nAhora el otro'],
  ['fr', 'Il voit tout nouvelle ligne on continue', 'Il voit tout\nOn continue'],
  ['fr', 'On veut voir nouvelle ligne merci', 'On veut voir\nMerci'],
  ['it', 'Abbiamo tutto nuova riga grazie', 'Abbiamo tutto\nGrazie'],
  ['it', 'Lo vedi punto interrogativo', 'Lo vedi?'],
  ['de', 'Das ist dasselbe neue Zeile weiter', 'Das ist dasselbe\nWeiter'],
  ['de', 'Fünfzig Prozentzeichen der Leute', 'Fünfzig % der Leute'],
  ['en', 'Where is it from question mark', 'Where is it from?'],
  // What is spoken about
  [
    'en',
    'It is ended by tab, comma, new line or space',
    'It is ended by tab, comma, new line or space',
  ],
  ['en', 'It eats a comma or a stray new line', 'It eats a comma or a stray new line'],
  ['en', 'Any byte but new line', 'Any byte but new line'],
  ['en', 'In a class where full stop matches itself', 'In a class where full stop matches itself'],
  ['en', 'We tell them to type new line', 'We tell them to type new line'],
  ['en', 'It prints out one new line', 'It prints out one new line'],
  ['en', 'A match for new line control characters', 'A match for new line control characters'],
  ['it', 'È costituita dai puntini di sospensione', 'È costituita dai puntini di sospensione'],
  ['de', 'Das griechische Fragezeichen ist anders', 'Das griechische Fragezeichen ist anders'],
  ['en', 'Add a question mark at the end.', 'Add a question mark at the end.'],
  ['en', 'It adds new line characters.', 'It adds new line characters.'],
  ['en', 'Feat: add full stop handling.', 'Feat: add full stop handling.'],
  ['en', 'Question mark operators are nice.', 'Question mark operators are nice.'],
  ['en', 'Start a new line full stop', 'Start a new line.'],
  ['en', 'The open paren is missing.', 'The open paren is missing.'],
  [
    'en',
    'Use backtick, not quote, as backtick nests.',
    'Use backtick, not quote, as backtick nests.',
  ],
  [
    'en',
    'The open paren and the close paren are missing.',
    'The open paren and the close paren are missing.',
  ],
  ['en', 'Two question marks.', 'Two question marks.'],
  ['en', 'The renew line and a full stopper.', 'The renew line and a full stopper.'],
  // Behind an article with an adjective, a verb that is left without its object, at a clause's front
  [
    'de',
    'Ein Kreis mit einem weißen Fragezeichen neben dem Wert',
    'Ein Kreis mit einem weißen Fragezeichen neben dem Wert',
  ],
  ['de', 'Wir treffen uns im Laden Ausrufezeichen', 'Wir treffen uns im Laden!'],
  [
    'de',
    'Wir behandeln neue Zeile wie ein Leerzeichen',
    'Wir behandeln neue Zeile wie ein Leerzeichen',
  ],
  ['de', 'Die Funktion gibt Fragezeichen zurück.', 'Die Funktion gibt Fragezeichen zurück.'],
  ['de', 'Dies ist das öffnende Fragezeichen.', 'Dies ist das öffnende Fragezeichen.'],
  [
    'es',
    'La gramática exige punto y coma entre sentencias',
    'La gramática exige punto y coma entre sentencias',
  ],
  [
    'es',
    'Devuelve signo de interrogación si no encuentra nada',
    'Devuelve signo de interrogación si no encuentra nada',
  ],
  ['es', 'En HTML, nuevo párrafo lleva etiqueta', 'En HTML, nuevo párrafo lleva etiqueta'],
  ['es', 'Ya lo usa nueva línea ahora el otro', 'Ya lo usa\nAhora el otro'],
  [
    'fr',
    "Il renvoie point d'interrogation s'il ne trouve rien",
    "Il renvoie point d'interrogation s'il ne trouve rien",
  ],
  ['fr', 'Prettier met toujours point-virgule.', 'Prettier met toujours point-virgule.'],
  ['it', "L'ultima nuova riga si perde", "L'ultima nuova riga si perde"],
  ['it', 'Quel nuovo paragrafo spiega la grammatica', 'Quel nuovo paragrafo spiega la grammatica'],
  ['en', 'That new line breaks the build', 'That new line breaks the build'],
  // Two marks of a pair with nothing but a joint in between, an opening one before a comma
  [
    'it',
    'Tra apri parentesi e chiudi parentesi va la lista',
    'Tra apri parentesi e chiudi parentesi va la lista',
  ],
  ['en', 'We need open paren, close paren and comma', 'We need open paren, close paren and comma'],
  [
    'en',
    'When it sees open brace, it pushes a scope',
    'When it sees open brace, it pushes a scope',
  ],
  ['en', 'call it open paren close paren now', 'call it () now'],
  // A sign that a small word follows has nothing to stand with
  ['es', 'No confundas signo igual con doble igual', 'No confundas signo igual con doble igual'],
  [
    'fr',
    'Dans les gabarits, signe dollar et accolade',
    'Dans les gabarits, signe dollar et accolade',
  ],
  // Ordinary words
  [
    'en',
    'The period ends with a dash, a star and a colon.',
    'The period ends with a dash, a star and a colon.',
  ],
  ['en', 'comma separated values in a quote tab', 'comma separated values in a quote tab'],
  // Escapes
  ['en', 'Literal full stop', 'Full stop'],
  ['en', 'literal new line', 'new line'],
  ['en', 'Literal, new line.', 'New line.'],
  ['en', 'Literal scratch that.', 'Scratch that.'],
  ['en', 'literal comma', 'comma'],
  ['en', 'literal go to line 42', 'go to line 42'],
  ['en', 'Say literal full stop to end it full stop', 'Say full stop to end it.'],
  ['en', 'a literal question mark', 'a literal question mark'],
  ['en', 'a string literal comma then more', 'a string literal comma then more'],
  ['en', 'A literal reading.', 'A literal reading.'],
  // Other languages
  ['de', 'Kommst du Fragezeichen Ja', 'Kommst du? Ja'],
  ['de', 'Das Fragezeichen fehlt.', 'Das Fragezeichen fehlt.'],
  ['de', 'Ich warte mit Fragezeichen.', 'Ich warte mit Fragezeichen.'],
  ['de', 'Siehe Klammer auf Seite zwei Klammer zu.', 'Siehe (Seite zwei).'],
  ['de', 'Klammer auf siehe unten Klammer zu', '(Siehe unten)'],
  ['de', 'Er sagte Anführungszeichen unten ja Anführungszeichen oben', 'Er sagte „ja“'],
  ['de', 'Liste Doppelpunkt neue Zeile eins', 'Liste:\nEins'],
  ['de', 'Vergiss den Doppelpunkt nicht.', 'Vergiss den Doppelpunkt nicht.'],
  ['de', 'Der Punkt ist klar.', 'Der Punkt ist klar.'],
  ['de', 'wörtlich neue Zeile', 'neue Zeile'],
  ['de-AT', 'Ende neuer Absatz anfang', 'Ende\n\nAnfang'],
  ['es', 'Hola punto y seguido adiós', 'Hola. Adiós'],
  ['es', 'Uno punto y coma dos', 'Uno; dos'],
  ['es', 'Se acabó, punto y aparte. Otro día', 'Se acabó.\n\nOtro día'],
  ['es', 'Vienes cierra interrogación', 'Vienes?'],
  ['es', 'Mira abre paréntesis aquí cierra paréntesis', 'Mira (aquí)'],
  ['es', 'Hay que abrir paréntesis.', 'Hay que abrir paréntesis.'],
  ['es', 'Quiero el punto y coma.', 'Quiero el punto y coma.'],
  ['es', 'literal nueva línea', 'nueva línea'],
  ['fr', 'Vous venez point d’interrogation Oui', 'Vous venez\u202f? Oui'],
  ['fr', "C'est tout, point à la ligne. Fin", "C'est tout.\nFin"],
  ['fr', 'Il dit guillemet ouvrant oui guillemet fermant', 'Il dit «\u202foui\u202f»'],
  ['fr', "L'erreur est à la ligne 42.", "L'erreur est à la ligne 42."],
  ['fr', 'Premier nouvelle ligne second', 'Premier\nSecond'],
  ['fr', 'littéral nouvelle ligne', 'nouvelle ligne'],
  ['it', 'Vieni punto interrogativo Sì', 'Vieni? Sì'],
  ['it', 'Vedi apri parentesi qui chiudi parentesi', 'Vedi (qui)'],
  ['it', 'Primo nuova riga secondo', 'Primo\nSecondo'],
  ['it', 'Manca il punto interrogativo.', 'Manca il punto interrogativo.'],
  ['it', 'letterale nuova riga', 'nuova riga'],
  ['ja', 'full stop', '.'],
];

test(`the table of ${String(CASES.length)} spoken sentences holds`, () => {
  assert.deepEqual(
    CASES.map(([language, said]) => [language, said, writePunctuation(said, [language])]),
    CASES,
  );
});

test('the phrases of all languages that are spoken act, and those of no other', () => {
  assert.deepEqual(
    [
      writePunctuation('so neue Zeile then new line', ['de', 'en']),
      writePunctuation('so neue Zeile then new line', ['de']),
      writePunctuation('so neue Zeile then new line', []),
    ],
    ['so\nThen\n', 'so\nThen new line', 'so neue Zeile then\n'],
  );
});

const IDS = LANGUAGES.map(({ id }) => id);

const language = fc.constantFrom(...IDS);

/** Phrases of marks and actions, words in between, and what a recogniser sets between them. */
function saidIn(code: string, withEscapes: boolean): fc.Arbitrary<string> {
  const phrases = lexiconOf([code]).languages.flatMap((grammar) => [
    ...marksOf(grammar).flatMap(([, , names]) => phrasesOf(names)),
    ...actionsOf(grammar).flatMap(([, names]) => names),
    ...grammar.mention.leadIns,
    ...(withEscapes ? grammar.literal : []),
  ]);
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...phrases) },
    fc.constantFrom(...phrases.map((phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1))),
    {
      weight: 2,
      arbitrary: fc.constantFrom('one', 'Two', '3', 'iPhone', 'full', 'stop', "it's", '.NET'),
    },
  );
  const joint = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '? ', '-', '\n', '…');
  return fc.array(fc.tuple(word, joint), { maxLength: 8 }).map((pairs) => pairs.flat().join(''));
}

test('text without a phrase passes unchanged, whatever it is', () => {
  const plain = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('the', 'period', 'full', 'Stop', 'line', ' ', ', ', '. ', '\n', 'é'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(plain, language, (text, code) => {
      fc.pre(!/full[\s-]+stop|[.!?…]\s*period[\s.]*$/iu.test(text));
      assert.equal(writePunctuation(text, [code]), text);
    }),
    { numRuns: 500 },
  );
});

test('what is written is not written again', () => {
  const said = language.chain((code) => fc.tuple(fc.constant(code), saidIn(code, false)));
  fc.assert(
    fc.property(said, ([code, text]) => {
      const written = writePunctuation(text, [code]);
      assert.equal(writePunctuation(written, [code]), written);
    }),
    { numRuns: 1000 },
  );
});

test('the words between the phrases stay, and no two spaces come together', () => {
  const wordsIn = (text: string): readonly string[] => text.match(/\bz+\d\b/giu) ?? [];
  const said = language.chain((code) =>
    fc.tuple(fc.constant(code), fc.array(saidIn(code, true), { maxLength: 4 })),
  );
  fc.assert(
    fc.property(said, ([code, parts]) => {
      const text = `zz0 ${parts.map((part, i) => `${part}zz${String(i)} `).join('')}zz9`;
      const written = writePunctuation(text, [code]);
      assert.deepEqual(wordsIn(written.toLowerCase()), wordsIn(text));
      assert.doesNotMatch(written, / {2}/u);
    }),
    { numRuns: 1000 },
  );
});

test('a mark that closes what nothing has opened, and goes on, is spoken about', () => {
  const rows: readonly (readonly [left: string, said: string, written: string])[] = [
    ['', 'Close paren goes on its own line.', 'Close paren goes on its own line.'],
    ['We expected ', 'Found close bracket, then a word.', 'Found close bracket, then a word.'],
    ['We use it (', 'For now close paren and then we stop.', 'For now) and then we stop.'],
    ['He said "', 'Not today close quote and left.', 'Not today" and left.'],
    ['He said "no" and ', 'Then close quote and left.', 'Then close quote and left.'],
    ['We use it ', 'We lack close paren.', 'We lack close paren.'],
    ['', 'They drifted open brace into the header.', 'They drifted open brace into the header.'],
    ['', 'See open bracket one close bracket.', 'See [one].'],
    ['', 'We stop open paren for now.', 'We stop (for now.'],
    ['We use it (', 'For now close paren.', 'For now).'],
  ];
  assert.deepEqual(
    rows.map(([left, said]) => [left, said, writePunctuation(said, ['en'], { left })]),
    rows,
  );
});

test('a capital letter that a sentence does not begin with is no article', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['en', 'Vitamin A question mark', 'Vitamin A?'],
    ['en', 'We picked plan A exclamation mark', 'We picked plan A!'],
    ['en', 'This is a question mark', 'This is a question mark'],
    ['en', 'A question mark is missing.', 'A question mark is missing.'],
    ['es', 'Es la opción O signo de exclamación', 'Es la opción O!'],
    ['it', 'Prendi il gruppo E punto esclamativo', 'Prendi il gruppo E!'],
    ['fr', 'Prends le plan A point d’exclamation', 'Prends le plan A\u202f!'],
  ];
  assert.deepEqual(
    rows.map(([language, said]) => [language, said, writePunctuation(said, [language])]),
    rows,
  );
});

test('two marks of French that follow one another have one space before both', () => {
  const said = 'Attention point d’exclamation point d’exclamation';
  assert.equal(writePunctuation(said, ['fr']), 'Attention\u202f!!');
});

test('what opens a question keeps the comma before it, unless commas stand on both its sides', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['Hola, abre interrogación qué tal cierra interrogación', 'Hola, ¿qué tal?'],
    ['Dime, abre interrogación, vienes, cierra interrogación', 'Dime ¿vienes?'],
    ['Bien, abre exclamación vamos cierra exclamación', 'Bien, ¡vamos!'],
  ];
  assert.deepEqual(
    rows.map(([said]) => [said, writePunctuation(said, ['es'])]),
    rows,
  );
});

test('a letter that is enclosed is no article, and two other phrases make no mark by chance', () => {
  const said = (text: string): string => writePunctuation(text, ['en']);
  assert.deepEqual(
    [
      said('Plan open quote A close quote wins.'),
      said('Vitamin open paren A close paren helps.'),
      said('Add a close quote here.'),
      said('The page breaks at sign in.'),
      said('It fails at sign up, again.'),
      said('Mail john at sign example.'),
    ],
    [
      'Plan "A" wins.',
      'Vitamin (A) helps.',
      'Add a close quote here.',
      'The page breaks at sign in.',
      'It fails at sign up, again.',
      'Mail john@example.',
    ],
  );
});

test('a pair that is listed, a verb like a mark and an idiom with one are words', () => {
  const rows: readonly (readonly [language: string, said: string, written: string])[] = [
    ['en', 'The sequence is open paren, name, close paren.', 'as said'],
    ['en', 'It is late, open paren, see below, close paren.', 'It is late (see below).'],
    ['de', 'Null Komma nichts war er da.', 'as said'],
    ['de', 'Der Wert ist null Komma aber das geht.', 'Der Wert ist null, aber das geht.'],
    ['es', 'Que el niño coma algo.', 'as said'],
    ['es', 'Es tarde coma pero vamos.', 'Es tarde, pero vamos.'],
  ];
  assert.deepEqual(
    rows.map(([language, said]) => writePunctuation(said, [language], { left: '' })),
    rows.map(([, said, as]) => (as === 'as said' ? said : as)),
  );
});
