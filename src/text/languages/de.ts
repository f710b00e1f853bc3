import { counted, type Language, words } from './language';

/**
 * Words that are small within a sentence. Not here: the polite "Sie", "Ihr", "Ihnen" and "Ihre", and
 * what is also a noun ("Essen", "Recht", "Morgen").
 */
const SMALL: ReadonlySet<string> = new Set(words`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
  dieser diese dieses diesen diesem jener jene jenes jenen jeder jede jedes jeden jedem alle allem
  allen aller alles beide beiden manche mancher manches mehrere einige einigen einiger solche
  solcher welche welcher welches welchen welchem ich du er es wir mich dich sich uns euch mir dir
  ihm ihn man wer wen wem wessen was jemand niemand etwas nichts mein meine meinen meinem meiner
  dein deine deinen deinem deiner sein seine seinen seinem seiner unser unsere unseren unserem
  unserer euer eure euren derselbe dieselbe dasselbe derjenige diejenige dasjenige deren dessen ab
  an am ans auf aus außer bei beim bis durch für gegen gegenüber hinter in im ins mit nach neben
  ohne per pro seit statt trotz über um unter vom von vor während wegen zu zum zur zwischen
  aufgrund anhand anstatt bezüglich innerhalb außerhalb mittels laut und oder aber denn sondern
  doch sowie sowohl weder noch entweder dass weil wenn ob obwohl damit bevor nachdem sobald
  solange sofern falls indem sodass als wie je desto umso nicht auch nur schon noch immer wieder
  jetzt nun dann danach dabei dafür dagegen daher dahin damals daran darauf daraus darin darüber
  darum darunter davon davor dazu dort hier heute gestern bald oft manchmal meist meistens selten
  nie niemals sehr ganz gar ziemlich etwa fast kaum so also deshalb deswegen trotzdem außerdem
  zudem allerdings jedoch dennoch sonst vielleicht wahrscheinlich bestimmt natürlich eigentlich
  leider hoffentlich zuerst zuletzt zunächst endlich schließlich erst bereits gerade eben einmal
  zweimal mal nochmal nochmals mehr weniger viel viele vielen wenig wenige genug ebenso ebenfalls
  insbesondere besonders beispielsweise gegebenenfalls insgesamt teilweise normalerweise
  standardmäßig automatisch anschließend stattdessen dadurch hierbei hierfür hierzu warum weshalb
  wieso wann wo wohin woher womit wofür wozu wodurch worauf ja nein bitte danke zwar wohl halt bin
  bist ist sind seid war warst waren wäre wären gewesen habe hast hat haben hatte hatten hätte
  hätten werde wirst wird werden wurde wurden würde würden worden kann kannst können konnte
  konnten könnte könnten muss musst müssen musste mussten müsste müssten soll sollst sollen sollte
  sollten will willst wollen wollte wollten möchte möchten darf dürfen durfte dürfte mag mögen
  lässt lassen gibt gab geht ging kommt kam macht machte steht stand liegt lag bleibt blieb heißt
  hieß findet funktioniert braucht verwendet verwenden benutzt wartet prüft liest schreibt ruft
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
`);

/** German; English names that German programmers say are in it. */
export const GERMAN: Language = {
  id: 'de',
  marks: {
    fullStop: { alone: ['Punkt'], code: ['dot'] },
    questionMark: { anywhere: ['Fragezeichen'] },
    exclamationMark: { anywhere: ['Ausrufezeichen', 'Ausrufungszeichen', 'Rufzeichen'] },
    // An ordinary noun, and recognisers set it by themselves.
    comma: { alone: ['Komma', 'Beistrich'] },
    semicolon: { anywhere: ['Strichpunkt'], alone: ['Semikolon'] },
    colon: { anywhere: ['Doppelpunkt'] },
    ellipsis: {
      anywhere: ['Auslassungspunkte'],
      alone: ['drei Punkte'],
      code: ['punkt punkt punkt'],
    },
    dash: { anywhere: ['Gedankenstrich'] },
    longDash: { anywhere: ['langer Gedankenstrich'] },
    hyphen: { alone: ['Bindestrich', 'Trennstrich'], code: ['strich'] },
    minusSign: { anywhere: ['Minuszeichen'], code: ['minus'] },
    apostrophe: { alone: ['Apostroph', 'Hochkomma', 'einfaches Anführungszeichen'] },
    openParenthesis: { anywhere: ['Klammer auf', 'runde Klammer auf', 'öffnende Klammer'] },
    closeParenthesis: { anywhere: ['Klammer zu', 'runde Klammer zu', 'schließende Klammer'] },
    openBracket: { anywhere: ['eckige Klammer auf'] },
    closeBracket: { anywhere: ['eckige Klammer zu'] },
    openBrace: { anywhere: ['geschweifte Klammer auf', 'geschwungene Klammer auf'] },
    closeBrace: { anywhere: ['geschweifte Klammer zu', 'geschwungene Klammer zu'] },
    openAngle: { anywhere: ['spitze Klammer auf'] },
    closeAngle: { anywhere: ['spitze Klammer zu'] },
    quote: { alone: ['Anführungszeichen', 'Gänsefüßchen'], code: ['anführungsstriche'] },
    openQuote: { anywhere: ['Anführungszeichen auf', 'Anführungsstriche auf'] },
    closeQuote: { anywhere: ['Anführungszeichen zu', 'Anführungsstriche zu'] },
    openTypographicQuote: {
      anywhere: ['Anführungszeichen unten', 'Anführungsstriche unten'],
      text: '„',
    },
    closeTypographicQuote: {
      anywhere: ['Anführungszeichen oben', 'Anführungsstriche oben'],
      text: '“',
    },
    backtick: { alone: ['Backtick', 'Gravis'] },
    openBacktick: { anywhere: ['öffnender Backtick'] },
    closeBacktick: { anywhere: ['schließender Backtick'] },
    slash: { alone: ['Schrägstrich', 'Slash'] },
    backslash: { alone: ['Backslash', 'umgekehrter Schrägstrich'] },
    verticalBar: { alone: ['senkrechter Strich', 'Pipe'] },
    ampersand: { alone: ['Und-Zeichen', 'Undzeichen', 'kaufmännisches Und', 'Ampersand'] },
    atSign: { anywhere: ['At-Zeichen', 'Atzeichen'], alone: ['Klammeraffe'] },
    hash: { anywhere: ['Rautezeichen'], alone: ['Raute', 'Hashtag', 'Nummernzeichen'] },
    percent: { anywhere: ['Prozentzeichen'], alone: ['Prozent'], hold: 'none' },
    asterisk: { alone: ['Sternchen', 'Stern', 'Asterisk'], code: ['mal'] },
    underscore: { alone: ['Unterstrich'] },
    tilde: { alone: ['Tilde'] },
    caret: { alone: ['Zirkumflex', 'Caret'] },
    equalsSign: {
      anywhere: ['Gleichheitszeichen', 'Istgleich-Zeichen'],
      alone: ['ist gleich'],
      code: ['gleich'],
    },
    plusSign: { anywhere: ['Pluszeichen'], code: ['plus'] },
    lessThan: {
      anywhere: ['Kleiner-als-Zeichen', 'Kleinerzeichen'],
      code: ['kleiner als', 'kleiner'],
    },
    greaterThan: {
      anywhere: ['Größer-als-Zeichen', 'Größerzeichen'],
      code: ['größer als', 'größer'],
    },
    dollar: { anywhere: ['Dollarzeichen'], hold: 'none', code: ['dollar'] },
    euro: { anywhere: ['Eurozeichen'] },
    degree: { anywhere: ['Gradzeichen'] },
    fullStopNewLine: null,
    fullStopNewParagraph: null,
    newLine: { anywhere: ['neue Zeile'], alone: ['nächste Zeile', 'Zeilenumbruch'] },
    newParagraph: { anywhere: ['neuer Absatz'], alone: ['nächster Absatz'] },
    tab: { alone: ['Tabulator', 'Tab', 'Tabulatortaste', 'Tab-Taste', 'Tabtaste'] },
    range: { code: ['punkt punkt'] },
    doubleColon: { code: ['doppelpunkt doppelpunkt', 'zwei doppelpunkte'] },
    walrus: { code: ['doppelpunkt gleich'] },
    equal: { code: ['doppelt|doppel gleich', 'gleich gleich'] },
    strictEqual: { code: ['dreifach gleich', 'gleich gleich gleich'] },
    notEqual: { code: ['ungleich', 'nicht gleich'] },
    strictNotEqual: { code: ['strikt ungleich', 'nicht doppelt gleich'] },
    increment: { code: ['plus plus'] },
    plusAssign: { code: ['plus gleich'] },
    decrement: { code: ['minus minus'] },
    minusAssign: { code: ['minus gleich'] },
    power: { code: ['hoch', 'stern stern'] },
    timesAssign: { code: ['mal|stern gleich'] },
    divide: { code: ['geteilt durch'] },
    divideAssign: { code: ['geteilt|schrägstrich gleich'] },
    modulo: { code: ['modulo'] },
    lessEqual: { code: ['kleiner gleich', 'kleiner oder gleich'] },
    greaterEqual: { code: ['größer gleich', 'größer oder gleich'] },
    shiftLeft: { code: ['links verschieben'] },
    shiftRight: { code: ['rechts verschieben'] },
    and: { code: ['und und', 'doppeltes und', 'logisches und'] },
    or: { code: ['oder oder', 'doppeltes oder', 'logisches oder'] },
    optional: { code: ['fragezeichen doppelpunkt'] },
    nullish: { code: ['fragezeichen fragezeichen', 'doppeltes fragezeichen'] },
    chain: { code: ['fragezeichen punkt'] },
    arrow: { code: ['pfeil'] },
    leftArrow: { code: ['pfeil links', 'pfeil nach links'] },
    fatArrow: { code: ['doppelpfeil', 'dicker|doppelter pfeil'] },
    doubleSlash: { code: ['doppelter schrägstrich', 'slash slash', 'schrägstrich schrägstrich'] },
    openComment: { code: ['kommentar auf', 'schrägstrich stern'] },
    closeComment: { code: ['kommentar zu', 'stern schrägstrich'] },
    doubleHyphen: { code: ['strich strich'] },
    tripleQuote: { code: ['dreifaches|dreifache anführungszeichen'] },
    space: { code: ['leerzeichen'] },
  },
  actions: {
    scratch: ['streich das', 'streiche das', 'das streichen'],
    undo: ['mach das rückgängig', 'das rückgängig machen', 'rückgängig machen'],
    select: ['markiere das', 'das markieren', 'das auswählen'],
    capitalise: ['das großschreiben', 'schreib das groß', 'das groß schreiben'],
    allCapitals: ['das in Großbuchstaben', 'schreib das in Großbuchstaben'],
    deleteWord: ['letztes Wort löschen', 'lösche das letzte Wort', 'das letzte Wort löschen'],
    codeMode: ['Codemodus', 'Code-Modus'],
    proseMode: ['Textmodus', 'Text-Modus', 'Prosamodus'],
    automaticMode: ['Automatikmodus', 'automatischer Modus'],
    stop: ['Diktat beenden', 'Diktat stoppen', 'Diktieren beenden', 'beende das Diktat'],
    pause: ['Diktat pausieren', 'Diktat anhalten', 'Zuhören pausieren'],
  },
  goToLine: [
    'gehe zu Zeile',
    'geh zu Zeile',
    'gehe zur Zeile',
    'geh zur Zeile',
    'springe zu Zeile',
  ],
  snippet: ['Schnipsel', 'Snippet', 'Textbaustein'],
  blanks: { line: 'Nummer', name: 'Name' },
  literal: ['wörtlich', 'buchstäblich'],
  leadIns: words`
      ein eine einen einem einer eines kein keine keinen keinem der die das den dem des jede jeder
      jedes jedem mein dein sein ihr mit ohne vom zum beim im pro
    `,
  leadOuts: [],
  numbers: {
    values: {
      ...counted(
        0,
        1,
        words`
          null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
          fünfzehn sechzehn siebzehn achtzehn neunzehn
        `,
      ),
      ...counted(20, 10, words`zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig`),
      ein: 1,
      eine: 1,
      zwo: 2,
      dreissig: 30,
    },
    articles: ['ein', 'eine'],
    multipliers: { hundert: 100, tausend: 1000, million: 1_000_000, millionen: 1_000_000 },
    saysOne: false,
    joints: { und: ['units', 'hundreds'] },
    countsByTwenties: false,
    laterZeros: [],
    point: { word: 'komma', isComma: true },
  },
  fillers: ['äh+', 'ähm+', 'öh+', 'öhm+', 'ehm+', 'hm+'],
  notFillers: ['um+', 'er', 'erm+'],
  frequent: SMALL,
  abbreviations: {
    goesOn: ['z. B.', 'd. h.', 'u. a.', 'bzw.', 'ca.', 'evtl.', 'ggf.', 'inkl.', 'vgl.'],
    others: words`usw. Nr. Hr. Fr. Dr. Prof. St. Co.`,
  },
  letterCase: {
    capitals: new Set(),
    small: SMALL,
    letterWords: [],
  },
  narrowSpaces: null,
  code: {
    formatters: {
      camel: ['camel', 'kamel'],
      pascal: ['pascal'],
      snake: ['snake', 'schlange'],
      kebab: ['kebab', 'kebap'],
      constant: ['konstante', 'constant'],
      dotted: ['gepunktet'],
      path: ['pfad'],
      smash: ['zusammen', 'ohne leerzeichen'],
      dunder: ['dunder'],
      title: ['titel'],
      upper: ['großbuchstaben'],
      lower: ['kleinbuchstaben'],
    },
    formatterSuffixes: ['case'],
    stop: 'ende',
    connectives: words`in von ist als und oder nicht if of as für`,
  },
};
