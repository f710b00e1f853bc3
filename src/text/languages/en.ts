import { counted, type Language, words } from './language';
import { ENGLISH_MENTION } from './mention/en';
import { ENGLISH_CASE } from './ordinary/en';

/** English; the names in code follow those of Talon where it has one. */
export const ENGLISH: Language = {
  id: 'en',
  marks: {
    fullStop: { anywhere: ['full stop'], alone: ['period', 'dot', 'insert period'] },
    questionMark: { anywhere: ['question mark'] },
    exclamationMark: {
      anywhere: ['exclamation mark', 'exclamation point'],
      code: ['bang', 'not sign'],
    },
    comma: { anywhere: ['comma'], alone: ['insert comma'] },
    semicolon: { anywhere: ['semicolon', 'semi colon'] },
    colon: { anywhere: ['colon'] },
    ellipsis: { anywhere: ['dot dot dot'], alone: ['ellipsis', 'three dots'], code: ['spread'] },
    dash: { anywhere: ['en dash'], alone: ['dash'] },
    longDash: { anywhere: ['em dash'], alone: ['long dash'] },
    hyphen: { alone: ['hyphen'], code: ['dash'] },
    minusSign: { anywhere: ['minus sign'], code: ['minus'] },
    apostrophe: { alone: ['apostrophe', 'single quote'], code: ['open|close|end single quote'] },
    openParenthesis: {
      anywhere: ['open parenthesis', 'open paren', 'left parenthesis', 'left paren'],
      alone: ['open round bracket', 'left round bracket'],
      code: ['open|left paren|parens|parenthesis|parentheses'],
    },
    closeParenthesis: {
      anywhere: ['close parenthesis', 'close paren', 'right parenthesis', 'right paren'],
      alone: ['close round bracket', 'right round bracket'],
      code: ['close|right paren|parens|parenthesis|parentheses'],
    },
    openBracket: {
      anywhere: ['open bracket', 'open square bracket', 'left square bracket'],
      alone: ['open square', 'left bracket'],
      code: ['open|left bracket|square'],
    },
    closeBracket: {
      anywhere: ['close bracket', 'close square bracket', 'right square bracket'],
      alone: ['close square', 'right bracket'],
      code: ['close|right bracket|square'],
    },
    openBrace: {
      anywhere: ['open brace', 'open curly brace', 'open curly bracket', 'left curly brace'],
      alone: ['open curly', 'left brace', 'left curly bracket'],
      code: ['open|left brace|curly', 'open|left curly brace|bracket'],
    },
    closeBrace: {
      anywhere: ['close brace', 'close curly brace', 'close curly bracket', 'right curly brace'],
      alone: ['close curly', 'right brace', 'right curly bracket'],
      code: ['close|right brace|curly', 'close|right curly brace|bracket'],
    },
    openAngle: {
      alone: ['open angle bracket', 'left angle bracket'],
      code: ['open|left angle', 'open|left angle bracket'],
    },
    closeAngle: {
      alone: ['close angle bracket', 'right angle bracket'],
      code: ['close|right angle', 'close|right angle bracket'],
    },
    quote: { alone: ['quote', 'quotation mark', 'double quote', 'quote mark'] },
    openQuote: {
      anywhere: ['open quote', 'open quotes'],
      alone: ['begin quote', 'begin quotes', 'open double quotes', 'open double quote'],
    },
    closeQuote: {
      anywhere: ['close quote', 'close quotes', 'end quote'],
      alone: ['unquote', 'end quotes', 'close double quotes', 'close double quote'],
    },
    openTypographicQuote: { anywhere: ['open curly quote', 'open smart quote'] },
    closeTypographicQuote: { anywhere: ['close curly quote', 'close smart quote'] },
    backtick: { alone: ['backtick', 'back tick', 'backquote', 'back quote'] },
    openBacktick: { anywhere: ['open backtick', 'open back tick'] },
    closeBacktick: { anywhere: ['close backtick', 'close back tick'] },
    slash: { alone: ['slash', 'forward slash'] },
    backslash: { alone: ['backslash', 'back slash'] },
    verticalBar: { alone: ['vertical bar', 'pipe', 'pipe sign', 'pipe symbol', 'pipe character'] },
    ampersand: {
      alone: ['ampersand', 'and sign', 'ampersand sign', 'ampersand symbol', 'and symbol'],
    },
    atSign: { alone: ['at symbol'], anywhere: ['at sign'], code: ['at sign|symbol'] },
    hash: {
      anywhere: ['hash sign'],
      alone: ['hash', 'hashtag', 'pound sign', 'number sign', 'pound symbol', 'number symbol'],
    },
    percent: { anywhere: ['percent sign'], alone: ['percent', 'percent symbol'] },
    asterisk: { alone: ['asterisk', 'star', 'asterisk symbol'], code: ['times', 'multiplied by'] },
    underscore: { alone: ['underscore'] },
    tilde: { alone: ['tilde'] },
    caret: { alone: ['caret'] },
    equalsSign: {
      alone: ['equal symbol', 'equals symbol'],
      anywhere: ['equals sign', 'equal sign'],
      code: ['equals'],
    },
    plusSign: { alone: ['plus symbol'], anywhere: ['plus sign'], code: ['plus'] },
    lessThan: { anywhere: ['less than sign'], code: ['less than', 'is less than'] },
    greaterThan: {
      anywhere: ['greater than sign'],
      code: ['greater|more than', 'is greater|more than'],
    },
    dollar: { alone: ['dollar symbol'], anywhere: ['dollar sign'], code: ['dollar'] },
    euro: { alone: ['euro symbol'], anywhere: ['euro sign'], hold: 'right' },
    degree: { alone: ['degree symbol'], anywhere: ['degree sign'] },
    openQuestion: { anywhere: ['inverted question mark', 'upside down question mark'] },
    openExclamation: {
      anywhere: [
        'inverted exclamation mark',
        'inverted exclamation point',
        'upside down exclamation mark',
        'upside down exclamation point',
      ],
    },
    openSingleQuote: {
      anywhere: ['open single quote', 'begin single quote'],
      alone: ['open single quotes'],
    },
    closeSingleQuote: {
      anywhere: ['close single quote', 'end single quote'],
      alone: ['close single quotes'],
    },
    cent: { anywhere: ['cent sign', 'cent symbol'] },
    pound: {
      anywhere: ['pound sterling sign'],
      alone: ['pounds sterling', 'pound sterling', 'sterling sign'],
    },
    yen: { anywhere: ['yen sign', 'yen symbol'] },
    times: { alone: ['multiplication sign'] },
    division: { alone: ['division sign', 'divided by sign'] },
    section: { alone: ['section sign'] },
    paragraphSign: { alone: ['paragraph sign', 'pilcrow'] },
    copyright: { alone: ['copyright sign', 'copyright symbol'] },
    registered: { alone: ['registered sign', 'registered symbol', 'registered trademark sign'] },
    trademark: { alone: ['trademark sign', 'trademark symbol'] },
    middleDot: { alone: ['center dot', 'centre dot', 'middle dot'] },
    bullet: { alone: ['large center dot', 'bullet', 'bullet point'] },
    fullStopNewLine: null,
    fullStopNewParagraph: null,
    newLine: { anywhere: ['new line'], alone: ['newline', 'next line'] },
    newParagraph: { anywhere: ['new paragraph'], alone: ['next paragraph'] },
    tab: { alone: ['tab', 'tab key', 'press tab'] },
    range: { code: ['dot dot'] },
    doubleColon: { code: ['colon colon', 'double colon'] },
    walrus: { code: ['colon equals', 'walrus'] },
    equal: { code: ['double equals|equal', 'equals equals', 'equal equal', 'is equal to'] },
    strictEqual: { code: ['triple equals|equal', 'equals equals equals', 'equal equal equal'] },
    notEqual: {
      code: ['not equals|equal', 'bang equals|equal', 'not equal to', 'is not equal to'],
    },
    strictNotEqual: { code: ['not double|triple equals|equal', 'bang double equals|equal'] },
    increment: { code: ['plus plus', 'double plus'] },
    plusAssign: { code: ['plus equals'] },
    decrement: { code: ['minus minus', 'double minus'] },
    minusAssign: { code: ['minus equals'] },
    power: { code: ['star star', 'double star', 'to the power of'] },
    timesAssign: { code: ['times|star equals'] },
    divide: { code: ['divided by'] },
    divideAssign: { code: ['slash|divide equals'] },
    modulo: { code: ['modulo', 'mod'] },
    lessEqual: {
      code: [
        'less or equal|equals',
        'less than or equal|equals',
        'less than or equal to',
        'is less or equal|equals',
        'is less than or equal|equals',
        'is less than or equal to',
      ],
    },
    greaterEqual: {
      code: [
        'greater|more or equal|equals',
        'greater|more than or equal|equals',
        'greater|more than or equal to',
        'is greater|more or equal|equals',
        'is greater|more than or equal|equals',
        'is greater|more than or equal to',
      ],
    },
    shiftLeft: { code: ['shift left', 'left shift'] },
    shiftRight: { code: ['shift right', 'right shift'] },
    and: { code: ['and and', 'double ampersand', 'ampersand ampersand', 'logical and'] },
    or: { code: ['or or', 'double pipe', 'pipe pipe', 'logical or'] },
    optional: { code: ['question colon', 'question mark colon'] },
    nullish: { code: ['double question mark', 'question mark question mark', 'nullish'] },
    chain: { code: ['question dot', 'question mark dot', 'optional chain'] },
    arrow: { code: ['arrow', 'thin|single arrow'] },
    leftArrow: { code: ['left arrow'] },
    fatArrow: { code: ['fat|double arrow'] },
    doubleSlash: { code: ['slash slash', 'double slash'] },
    openComment: { code: ['slash star', 'open comment'] },
    closeComment: { code: ['star slash', 'close comment'] },
    doubleHyphen: { code: ['dash dash', 'double dash'] },
    tripleQuote: { code: ['triple quote|quotes'] },
    space: { code: ['space'] },
  },
  actions: {
    scratch: ['scratch that', 'strike that', 'delete that', 'erase that'],
    undo: ['undo that'],
    select: ['select that'],
    capitalise: ['cap that', 'caps that', 'capitalize that', 'capitalise that'],
    allCapitals: ['all caps that', 'uppercase that'],
    deleteWord: ['delete last word', 'delete the last word', 'delete previous word'],
    codeMode: ['code mode', 'switch to code mode'],
    proseMode: ['prose mode', 'switch to prose mode', 'text mode'],
    automaticMode: ['automatic mode', 'switch to automatic mode', 'auto mode'],
    stop: ['stop dictation', 'stop dictating', 'end dictation', 'stop voice typing'],
    pause: [
      'pause listening',
      'pause dictation',
      'pause dictating',
      'pause voice mode',
      'stop listening',
    ],
    submit: ['send it', 'submit it', 'send prompt', 'send the prompt'],
  },
  goToLine: ['go to line', 'goto line', 'go to line number', 'jump to line'],
  snippet: ['snippet', 'insert snippet'],
  blanks: { line: 'number', name: 'name' },
  references: {
    selection: ['this selection', 'the selection', 'the selected code'],
    file: ['this file'],
    line: ['this line', 'this line of code'],
  },
  atFile: ['at file'],
  literal: ['literal', 'literally'],
  mention: ENGLISH_MENTION,
  numbers: {
    values: {
      ...counted(
        0,
        1,
        words`
          zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
          fifteen sixteen seventeen eighteen nineteen
        `,
      ),
      ...counted(20, 10, words`twenty thirty forty fifty sixty seventy eighty ninety`),
      'a hundred': 100,
    },
    articles: [],
    multipliers: { hundred: 100, thousand: 1000, million: 1_000_000 },
    saysOne: true,
    joints: { and: ['hundreds'] },
    countsByTwenties: false,
    laterZeros: ['oh', 'o'],
    point: { word: 'point', isComma: false },
  },
  fillers: ['um+', 'uh+', 'uhm+', 'er', 'erm+', 'hm+'],
  notFillers: [],
  negations: [
    "(?:not|cannot|\\p{L}+n't)",
    'no',
    'never',
    'none',
    'nothing',
    'nobody',
    'nowhere',
    'neither',
    'nor',
    'without',
    'unless',
    'except',
  ],
  deciding: words`
      before after until since off down under above below behind only all every each any both either more
      less fewer most least many few must(?:n't)? may|might can(?:not|'t)?|could(?:n't)? should(?:n't)?|shall or if|whether instead than
      from always sometimes often usually rarely first second third fourth fifth sixth seventh eighth
      ninth tenth last next previous once twice half double left right yes`,
  persons: new Set(words`
    i you he she we they me him her us them my your his our their mine yours hers ours theirs`),
  hedges: new Set(words`
    like mean basically actually literally really well just kind sort right guess know anyway please okay ok`),
  asking: new Set(words`
    who whom whose what which when where why how is are was were am isn't aren't wasn't weren't do does
    did don't doesn't didn't can can't could couldn't should shouldn't shall will won't would wouldn't has
    have had hasn't haven't may might must and but so or okay ok well um uh please`),
  frequent: new Set(words`
    the a an and or but not no of to in on at by for with from into about over under after before
    between through as than that this these those there here is are was were be been being am do
    does did done have has had will would can could should may might must shall i you he she it we
    they me him her us them my your his its our their who what which when where why how if then
    else so because while until though although all any some each every both few more most other
    another such only own same too very just also now never always again still yet already please
    thanks yes hello okay let need want get make go see know think use don' i' it' you' we' they' that' there' let' new first
    last one two up out off down
  `),
  abbreviations: {
    goesOn: ['e. g.', 'i. e.', 'cf.', 'vs.', 'approx.', 'incl.', 'resp.'],
    titles: words`Mr. Mrs. Ms. Mx. Messrs. Dr. Prof. Capt. Sgt. St. Fig. Figs. Eq. Vol. pp.`,
    others: words`etc. Inc. Ltd. Co. Corp. Jr. Sr.`,
  },
  letterCase: ENGLISH_CASE,
  alwaysCapital: words`
    I I'm I'll I've I'd Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    April June July August September October November December
  `,
  narrowSpaces: null,
  code: {
    formatters: {
      camel: ['camel'],
      pascal: ['pascal', 'hammer'],
      snake: ['snake'],
      kebab: ['kebab'],
      constant: ['constant', 'screaming', 'screaming snake'],
      dotted: ['dotted'],
      path: ['path'],
      smash: ['smash', 'no space|spaces'],
      dunder: ['dunder'],
      title: ['title'],
      upper: ['all caps', 'upper case', 'uppercase'],
      lower: ['all lower', 'lower case', 'lowercase'],
    },
    formatterSuffixes: ['case'],
    stop: 'over',
    connectives: words`in of is as and or not if else from for to`,
  },
};
