import { counted, type Language, words } from './language';
import { ITALIAN_CASE } from './ordinary/it';

/** Italian; English names that Italian-speaking programmers say are in it. */
export const ITALIAN: Language = {
  id: 'it',
  marks: {
    fullStop: { alone: ['punto', 'punto fermo'] },
    questionMark: { anywhere: ['punto interrogativo', 'punto di domanda'] },
    exclamationMark: { anywhere: ['punto esclamativo'] },
    // "due punti" is also a score; infinitives ("aprire parentesi") are also said of what is to be done.
    comma: { alone: ['virgola'] },
    semicolon: { anywhere: ['punto e virgola'] },
    colon: { alone: ['due punti'] },
    ellipsis: { anywhere: ['puntini di sospensione'], alone: ['tre puntini', 'puntini'] },
    dash: { alone: ['lineetta'] },
    longDash: { alone: ['lineetta lunga', 'trattino lungo'] },
    hyphen: { alone: ['trattino'] },
    minusSign: { anywhere: ['segno meno'], code: ['meno'] },
    apostrophe: { alone: ['apostrofo', 'virgoletta singola'], code: ['apice|virgolette singole'] },
    openParenthesis: {
      anywhere: ['apri|aperta parentesi', 'parentesi aperta', 'apri parentesi tonda'],
      alone: ['aprire parentesi'],
    },
    closeParenthesis: {
      anywhere: ['chiudi|chiusa parentesi', 'parentesi chiusa', 'chiudi parentesi tonda'],
      alone: ['chiudere parentesi'],
    },
    openBracket: {
      anywhere: ['apri|aperta parentesi quadra', 'parentesi quadra aperta'],
      alone: ['apri quadra'],
    },
    closeBracket: {
      anywhere: ['chiudi|chiusa parentesi quadra', 'parentesi quadra chiusa'],
      alone: ['chiudi quadra'],
    },
    openBrace: {
      anywhere: ['apri|aperta parentesi graffa', 'parentesi graffa aperta'],
      alone: ['apri graffa'],
    },
    closeBrace: {
      anywhere: ['chiudi|chiusa parentesi graffa', 'parentesi graffa chiusa'],
      alone: ['chiudi graffa'],
    },
    openAngle: { anywhere: ['apri parentesi angolare'], alone: ['apri angolare'] },
    closeAngle: { anywhere: ['chiudi parentesi angolare'], alone: ['chiudi angolare'] },
    quote: { alone: ['virgolette', 'doppie virgolette'] },
    openQuote: { anywhere: ['apri|aperte virgolette'], alone: ['virgolette aperte'] },
    closeQuote: { anywhere: ['chiudi|chiuse virgolette'], alone: ['virgolette chiuse'] },
    openTypographicQuote: {
      anywhere: ['apri caporali', 'apri virgolette basse'],
      alone: ['caporali aperte'],
      text: '«',
    },
    closeTypographicQuote: {
      anywhere: ['chiudi caporali', 'chiudi virgolette basse'],
      alone: ['caporali chiuse'],
      text: '»',
    },
    backtick: { alone: ['accento grave', 'apice inverso', 'backtick'] },
    openBacktick: { anywhere: ['apri apice inverso'] },
    closeBacktick: { anywhere: ['chiudi apice inverso'] },
    slash: { alone: ['barra', 'barra obliqua', 'slash'] },
    backslash: { alone: ['barra inversa', 'barra rovesciata', 'backslash'] },
    verticalBar: { alone: ['barra verticale', 'pipe'] },
    ampersand: { alone: ['e commerciale', 'ampersand'] },
    atSign: { alone: ['chiocciola', 'chiocciolina'] },
    hash: { alone: ['cancelletto', 'hashtag'] },
    percent: { anywhere: ['segno di percentuale'], alone: ['per cento', 'percento'] },
    asterisk: { alone: ['asterisco'], code: ['per', 'moltiplicato per'] },
    underscore: { alone: ['trattino basso', 'underscore'] },
    tilde: { alone: ['tilde'] },
    caret: { alone: ['accento circonflesso'] },
    equalsSign: { anywhere: ['segno uguale', 'segno di uguale'], code: ['uguale', 'uguale a'] },
    plusSign: { anywhere: ['segno più'], code: ['più'] },
    lessThan: { anywhere: ['segno minore'], code: ['minore di', 'è minore di'] },
    greaterThan: { anywhere: ['segno maggiore'], code: ['maggiore di', 'è maggiore di'] },
    dollar: { anywhere: ['simbolo del dollaro', 'segno del dollaro'], code: ['dollaro'] },
    euro: { anywhere: ["simbolo dell'euro"] },
    degree: { anywhere: ['simbolo dei gradi'] },
    fullStopNewLine: { anywhere: ['punto a capo'], alone: ['punto e a capo'] },
    fullStopNewParagraph: null,
    // "a capo" is also said of who is in charge: "a capo del progetto".
    newLine: { anywhere: ['nuova riga'], alone: ['a capo', 'vai a capo', 'riga nuova'] },
    newParagraph: { anywhere: ['nuovo paragrafo'], alone: ['paragrafo nuovo'] },
    tab: { alone: ['tabulazione', 'tasto tab', 'tab'] },
    range: { code: ['punto punto'] },
    doubleColon: { code: ['due punti due punti', 'doppi due punti'] },
    walrus: { code: ['due punti uguale'] },
    equal: { code: ['doppio uguale', 'uguale uguale'] },
    strictEqual: { code: ['triplo uguale', 'uguale uguale uguale'] },
    notEqual: { code: ['diverso da', 'non uguale'] },
    strictNotEqual: { code: ['strettamente diverso da', 'non triplo uguale'] },
    increment: { code: ['più più'] },
    plusAssign: { code: ['più uguale'] },
    decrement: { code: ['meno meno'] },
    minusAssign: { code: ['meno uguale'] },
    power: { code: ['elevato a', 'asterisco asterisco', 'doppio asterisco'] },
    timesAssign: { code: ['per|asterisco uguale'] },
    divide: { code: ['diviso', 'diviso per'] },
    divideAssign: { code: ['diviso|barra uguale'] },
    modulo: { code: ['modulo'] },
    lessEqual: {
      code: ['minore o uguale', 'minore o uguale a', 'è minore o uguale', 'è minore o uguale a'],
    },
    greaterEqual: {
      code: [
        'maggiore o uguale',
        'maggiore o uguale a',
        'è maggiore o uguale',
        'è maggiore o uguale a',
      ],
    },
    shiftLeft: { code: ['sposta a sinistra'] },
    shiftRight: { code: ['sposta a destra'] },
    and: { code: ['e e', 'doppia e commerciale', 'e logico'] },
    or: { code: ['o o', 'doppia barra verticale', 'o logico'] },
    optional: { code: ['punto interrogativo due punti'] },
    nullish: { code: ['doppio punto interrogativo'] },
    chain: { code: ['punto interrogativo punto'] },
    arrow: { code: ['freccia'] },
    leftArrow: { code: ['freccia sinistra', 'freccia a sinistra'] },
    fatArrow: { code: ['freccia doppia|grossa', 'doppia freccia'] },
    doubleSlash: { code: ['barra barra', 'doppia barra', 'slash slash'] },
    openComment: { code: ['apri commento', 'barra asterisco'] },
    closeComment: { code: ['chiudi commento', 'asterisco barra'] },
    doubleHyphen: { code: ['trattino trattino', 'doppio trattino'] },
    tripleQuote: { code: ['triple virgolette', 'virgolette triple'] },
    space: { code: ['spazio'] },
  },
  actions: {
    scratch: ['cancella questo', 'togli questo'],
    undo: ['annulla questo', 'annulla modifica'],
    select: ['seleziona questo'],
    capitalise: ['questo con la maiuscola', 'metti la maiuscola'],
    allCapitals: ['questo in maiuscolo', 'tutto in maiuscolo', 'metti tutto in maiuscolo'],
    deleteWord: ["cancella l'ultima parola", 'cancella ultima parola', "elimina l'ultima parola"],
    codeMode: ['modalità codice'],
    proseMode: ['modalità testo', 'modalità prosa'],
    automaticMode: ['modalità automatica'],
    stop: ['termina dettatura', 'termina la dettatura', 'ferma la dettatura'],
    pause: ['sospendi dettatura', 'sospendi la dettatura', 'metti in pausa la dettatura'],
    submit: ['invialo', 'mandalo', 'invia messaggio', 'invia il messaggio'],
  },
  goToLine: ['vai alla riga', 'vai alla riga numero', 'salta alla riga', 'vai a riga'],
  snippet: ['frammento', 'inserisci frammento', 'snippet'],
  blanks: { line: 'numero', name: 'nome' },
  references: {
    selection: ['questa selezione', 'la selezione'],
    file: ['questo file'],
    line: ['questa riga'],
  },
  literal: ['letterale', 'letteralmente'],
  leadIns: words`
    un uno una il lo la i gli le del dello della dei degli delle al allo alla ogni altro altra nessun
    nessuna mio tuo suo con senza di in per
  `,
  leadOuts: [],
  numbers: {
    values: {
      ...counted(
        0,
        1,
        words`
          zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici
          quindici sedici diciassette diciotto diciannove
        `,
      ),
      ...counted(20, 10, words`venti trenta quaranta cinquanta sessanta settanta ottanta novanta`),
      // The last vowel of a ten goes before one that begins with a vowel.
      ...counted(21, 10, words`ventuno trentuno quarantuno cinquantuno sessantuno settantuno`),
      ...counted(
        28,
        10,
        words`ventotto trentotto quarantotto cinquantotto sessantotto settantotto`,
      ),
      ...counted(81, 10, words`ottantuno novantuno`),
      ...counted(88, 10, words`ottantotto novantotto`),
      un: 1,
      una: 1,
      tré: 3,
      centotto: 108,
    },
    articles: ['un', 'una'],
    multipliers: { cento: 100, mille: 1000, mila: 1000, milione: 1_000_000, milioni: 1_000_000 },
    saysOne: false,
    joints: { e: ['hundreds'] },
    countsByTwenties: false,
    laterZeros: [],
    point: { word: 'virgola', isComma: true },
  },
  // Not "eh", which is meant.
  fillers: ['ehm+', 'uhm+', 'mh+', 'hm+'],
  notFillers: ['er', 'um+'],
  frequent: new Set(words`
    il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da
    dal dalla dai in nel nella nei nelle con su sul sulla per tra fra che chi cui e ed o ma non né
    se come più meno molto anche è sono era erano essere stato stata ho hai ha abbiamo avete hanno
    aveva io tu lui lei noi voi loro mi ti si ci vi ne mio mia tuo tua suo sua nostro questo
    questa questi queste quello quella quando dove perché cosa quale ora adesso oggi ieri domani
    qui qua già ancora sempre mai tutto tutti tutte ogni altro altra può possiamo dobbiamo fare l'
    d' un' dell' all' nell'
  `),
  abbreviations: {
    goesOn: ['p. es.', 'ad es.', 'cfr.', 'ca.'],
    others: words`ecc. Sig. Dott. Prof. Ing. Avv. pag.`,
  },
  letterCase: ITALIAN_CASE,
  narrowSpaces: null,
  code: {
    formatters: {
      camel: ['cammello', 'camel'],
      pascal: ['pascal'],
      snake: ['serpente', 'snake'],
      kebab: ['kebab'],
      constant: ['costante'],
      dotted: ['puntato'],
      path: ['percorso'],
      smash: ['senza spazio|spazi'],
      dunder: ['dunder'],
      title: ['titolo'],
      upper: ['maiuscolo'],
      lower: ['minuscolo'],
    },
    formatterSuffixes: ['case'],
    stop: 'fine',
    connectives: words`in di è come e o non if of as per da`,
  },
};
