import { counted, type Language, words } from './language';
import { SPANISH_MENTION } from './mention/es';
import { SPANISH_CASE } from './ordinary/es';

/** Spanish; English names that Spanish-speaking programmers say are in it. */
export const SPANISH: Language = {
  id: 'es',
  marks: {
    fullStop: { anywhere: ['punto y seguido'], alone: ['punto', 'punto final'] },
    questionMark: {
      anywhere: [
        'signo de interrogación',
        'cierra interrogación',
        'cierra signo de interrogación',
        'signo de interrogación de cierre',
      ],
      alone: ['cerrar interrogación', 'interrogación', 'cerrar signo de interrogación'],
    },
    exclamationMark: {
      anywhere: [
        'signo de exclamación',
        'cierra exclamación',
        'cierra signo de exclamación',
        'signo de exclamación de cierre',
      ],
      alone: [
        'cerrar exclamación',
        'exclamación',
        'signo de admiración',
        'cierra admiración',
        'cerrar admiración',
        'cerrar signo de exclamación',
      ],
    },
    // "coma" is also a form of "comer", "dos puntos" also a score; infinitives ("abrir paréntesis")
    // are also said of what is to be done.
    comma: { anywhere: ['coma'] },
    semicolon: { anywhere: ['punto y coma'] },
    colon: { alone: ['dos puntos'] },
    ellipsis: { anywhere: ['puntos suspensivos'], alone: ['tres puntos'] },
    dash: { alone: ['guion medio', 'guión medio'] },
    longDash: { alone: ['raya', 'guion largo', 'guión largo'] },
    hyphen: { alone: ['guion', 'guión'] },
    minusSign: { anywhere: ['signo menos'], code: ['menos'] },
    apostrophe: { alone: ['apóstrofo', 'apóstrofe', 'comilla simple'], code: ['comillas simples'] },
    openParenthesis: {
      anywhere: ['abre paréntesis'],
      alone: ['abrir paréntesis', 'paréntesis de apertura', 'paréntesis izquierdo'],
      code: ['abre|abrir|abro paréntesis', 'paréntesis abierto'],
    },
    closeParenthesis: {
      anywhere: ['cierra paréntesis'],
      alone: ['cerrar paréntesis', 'paréntesis de cierre', 'paréntesis derecho'],
      code: ['cierra|cerrar|cierro paréntesis', 'paréntesis cerrado'],
    },
    openBracket: {
      anywhere: ['abre corchete'],
      alone: ['abrir corchete', 'abrir corchetes', 'corchete de apertura'],
      code: ['abre|abrir|abro corchete|corchetes'],
    },
    closeBracket: {
      anywhere: ['cierra corchete'],
      alone: ['cerrar corchete', 'cerrar corchetes', 'corchete de cierre'],
      code: ['cierra|cerrar|cierro corchete|corchetes'],
    },
    openBrace: {
      anywhere: ['abre llave'],
      alone: ['abrir llave', 'abrir llaves', 'llave de apertura'],
      code: ['abre|abrir|abro llave|llaves'],
    },
    closeBrace: {
      anywhere: ['cierra llave'],
      alone: ['cerrar llave', 'cerrar llaves', 'llave de cierre'],
      code: ['cierra|cerrar|cierro llave|llaves'],
    },
    openAngle: {
      alone: ['abre ángulo', 'abrir corchete angular'],
      code: ['abre|abrir|abro ángulo'],
    },
    closeAngle: {
      alone: ['cierra ángulo', 'cerrar corchete angular'],
      code: ['cierra|cerrar|cierro ángulo'],
    },
    quote: { alone: ['comillas', 'comilla', 'comillas dobles'] },
    openQuote: { anywhere: ['abre comillas'], alone: ['abrir comillas', 'comillas de apertura'] },
    closeQuote: { anywhere: ['cierra comillas'], alone: ['cerrar comillas', 'comillas de cierre'] },
    openTypographicQuote: {
      anywhere: ['abre comillas latinas'],
      alone: ['abrir comillas latinas'],
      text: '«',
    },
    closeTypographicQuote: {
      anywhere: ['cierra comillas latinas'],
      alone: ['cerrar comillas latinas'],
      text: '»',
    },
    backtick: { alone: ['acento grave', 'comilla invertida'], code: ['backtick'] },
    openBacktick: { anywhere: ['abre comilla invertida'] },
    closeBacktick: { anywhere: ['cierra comilla invertida'] },
    slash: { alone: ['barra', 'barra inclinada', 'barra oblicua', 'barra diagonal'] },
    backslash: { alone: ['barra invertida', 'barra inversa'] },
    verticalBar: { alone: ['barra vertical', 'pleca'] },
    ampersand: { alone: ['ampersand', 'y comercial'] },
    atSign: { alone: ['arroba'] },
    hash: { alone: ['almohadilla', 'numeral', 'signo de número', 'hashtag'] },
    percent: { anywhere: ['signo de porcentaje'], alone: ['por ciento'], code: ['porcentaje'] },
    asterisk: { alone: ['asterisco'], code: ['multiplicado por'] },
    underscore: { alone: ['guion bajo', 'guión bajo', 'barra baja'] },
    tilde: { alone: ['virgulilla'] },
    caret: { alone: ['acento circunflejo'] },
    equalsSign: {
      anywhere: ['signo igual', 'signo de igual'],
      code: ['igual', 'igual a', 'es igual a'],
    },
    plusSign: { anywhere: ['signo más'], code: ['más'] },
    lessThan: { anywhere: ['signo menor que'], code: ['menor que', 'es menor que'] },
    greaterThan: { anywhere: ['signo mayor que'], code: ['mayor que', 'es mayor que'] },
    dollar: { anywhere: ['signo de dólar', 'signo del dólar'], code: ['dólar'] },
    euro: { anywhere: ['signo de euro', 'signo del euro'] },
    degree: { anywhere: ['signo de grado'] },
    openQuestion: {
      anywhere: [
        'abre interrogación',
        'abre signo de interrogación',
        'signo de interrogación de apertura',
        'signo de interrogación invertido',
      ],
      alone: ['abrir interrogación', 'abrir signo de interrogación'],
    },
    openExclamation: {
      anywhere: [
        'abre exclamación',
        'abre admiración',
        'abre signo de exclamación',
        'signo de exclamación de apertura',
        'signo de exclamación invertido',
      ],
      alone: [
        'abrir exclamación',
        'abrir admiración',
        'abrir signo de exclamación',
        'signo de admiración de apertura',
      ],
    },
    openSingleQuote: {
      anywhere: ['abre comilla simple', 'abre comillas simples'],
      alone: ['abrir comillas simples', 'abrir comilla simple'],
    },
    closeSingleQuote: {
      anywhere: ['cierra comilla simple', 'cierra comillas simples'],
      alone: ['cerrar comillas simples', 'cerrar comilla simple'],
    },
    cent: { anywhere: ['signo de centavo'], alone: ['signo de céntimo'] },
    pound: { anywhere: ['signo de libra', 'signo de libra esterlina'] },
    yen: { anywhere: ['signo de yen'], alone: ['signo del yen'] },
    times: { alone: ['signo de multiplicación', 'signo por'] },
    division: { alone: ['signo de división', 'signo de dividir'] },
    section: { alone: ['signo de sección', 'signo de apartado'] },
    paragraphSign: { alone: ['signo de párrafo', 'calderón'] },
    copyright: { alone: ['signo de copyright', 'símbolo de copyright', 'derechos de autor'] },
    registered: { alone: ['signo de marca registrada', 'marca registrada'] },
    trademark: { alone: ['signo de marca comercial', 'marca comercial'] },
    middleDot: { alone: ['punto centrado', 'punto medio'] },
    bullet: { alone: ['signo de viñeta', 'viñeta'] },
    fullStopNewLine: null,
    fullStopNewParagraph: { anywhere: ['punto y aparte'] },
    newLine: {
      anywhere: ['nueva línea'],
      alone: ['línea nueva', 'siguiente línea', 'nueva linea', 'salto de línea'],
    },
    newParagraph: {
      anywhere: ['nuevo párrafo'],
      alone: ['párrafo nuevo', 'siguiente párrafo', 'párrafo aparte'],
    },
    tab: { alone: ['tabulador', 'tecla tabulador', 'tabulación'] },
    range: { code: ['punto punto'] },
    doubleColon: { code: ['dos puntos dos puntos'] },
    walrus: { code: ['dos puntos igual'] },
    equal: { code: ['doble igual', 'igual igual'] },
    strictEqual: { code: ['triple igual', 'igual igual igual'] },
    notEqual: { code: ['distinto de', 'diferente de', 'no igual'] },
    strictNotEqual: { code: ['estrictamente distinto de', 'no triple igual'] },
    increment: { code: ['más más'] },
    plusAssign: { code: ['más igual'] },
    decrement: { code: ['menos menos'] },
    minusAssign: { code: ['menos igual'] },
    power: { code: ['elevado a', 'asterisco asterisco', 'doble asterisco'] },
    timesAssign: { code: ['multiplicado|asterisco igual'] },
    divide: { code: ['dividido por|entre'] },
    divideAssign: { code: ['dividido|barra igual'] },
    modulo: { code: ['módulo'] },
    lessEqual: {
      code: ['menor o igual', 'menor o igual que|a', 'es menor o igual', 'es menor o igual que|a'],
    },
    greaterEqual: {
      code: ['mayor o igual', 'mayor o igual que|a', 'es mayor o igual', 'es mayor o igual que|a'],
    },
    shiftLeft: { code: ['desplazar a la izquierda'] },
    shiftRight: { code: ['desplazar a la derecha'] },
    and: { code: ['y y', 'doble ampersand', 'y lógico'] },
    or: { code: ['o o', 'doble barra vertical', 'o lógico'] },
    optional: { code: ['interrogación dos puntos'] },
    nullish: { code: ['doble interrogación'] },
    chain: { code: ['interrogación punto'] },
    arrow: { code: ['flecha'] },
    leftArrow: { code: ['flecha izquierda', 'flecha a la izquierda'] },
    fatArrow: { code: ['flecha doble|gorda', 'doble flecha'] },
    doubleSlash: { code: ['barra barra', 'doble barra'] },
    openComment: { code: ['abre|abrir comentario', 'barra asterisco'] },
    closeComment: { code: ['cierra|cerrar comentario', 'asterisco barra'] },
    doubleHyphen: { code: ['doble guion|guión'] },
    tripleQuote: { code: ['triple comilla|comillas', 'comillas triples'] },
    space: { code: ['espacio'] },
  },
  actions: {
    scratch: ['tacha eso', 'tachar eso', 'borrar eso', 'elimina eso', 'eliminar eso', 'borra eso'],
    undo: ['deshacer eso', 'deshaz eso'],
    select: ['seleccionar eso', 'selecciona eso'],
    capitalise: ['eso con mayúscula', 'pon mayúscula inicial', 'poner mayúscula inicial'],
    allCapitals: ['eso en mayúsculas', 'todo en mayúsculas', 'pon todo en mayúsculas'],
    deleteWord: ['borrar última palabra', 'borrar la última palabra', 'eliminar última palabra'],
    codeMode: ['modo código', 'modo de código'],
    proseMode: ['modo prosa', 'modo texto', 'modo de texto'],
    automaticMode: ['modo automático'],
    stop: ['detener dictado', 'detener el dictado', 'parar dictado', 'terminar dictado'],
    pause: ['pausar dictado', 'pausar el dictado', 'pausar escucha', 'dejar de escuchar'],
    submit: ['envíalo', 'envíalo ya', 'enviar mensaje', 'mándalo'],
  },
  goToLine: ['ir a la línea', 've a la línea', 'ir a línea', 'saltar a la línea'],
  snippet: ['fragmento', 'insertar fragmento', 'snippet'],
  blanks: { line: 'número', name: 'nombre' },
  references: {
    selection: ['esta selección', 'la selección'],
    file: ['este archivo', 'este fichero'],
    line: ['esta línea', 'esta línea de código'],
  },
  atFile: ['arroba archivo', 'arroba fichero', 'at file'],
  literal: ['literal', 'literalmente'],
  mention: SPANISH_MENTION,
  numbers: {
    values: {
      ...counted(
        0,
        1,
        words`
          cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
          dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés
          veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve
        `,
      ),
      ...counted(30, 10, words`treinta cuarenta cincuenta sesenta setenta ochenta noventa cien`),
      ...counted(
        100,
        100,
        words`
          ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos
          ochocientos novecientos
        `,
      ),
      ...counted(
        200,
        100,
        words`
          doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas
          novecientas
        `,
      ),
      un: 1,
      una: 1,
      dieciseis: 16,
      veintiún: 21,
      veintiuna: 21,
      veintidos: 22,
      veintitres: 23,
      veintiseis: 26,
    },
    articles: ['un', 'una'],
    multipliers: { mil: 1000, millón: 1_000_000, millones: 1_000_000 },
    saysOne: false,
    joints: { y: ['tens'] },
    countsByTwenties: false,
    laterZeros: [],
    point: { word: 'coma', isComma: true },
  },
  fillers: ['eh+', 'ehm+', 'hm+', 'mm+'],
  notFillers: [],
  negations: [
    'no',
    'nunca|jamás',
    'nada',
    'nadie',
    'ningun\\p{L}*|ningún',
    'sin',
    'ni',
    'tampoco',
    'excepto|salvo',
  ],
  deciding: words`
      antes después hasta desde bajo debajo encima detrás solo|sólo|solamente tod[oa]s? cada
      cualquier\\p{L}* amb[oa]s más menos much[oa]s? poc[oa]s? deb\\p{L}+ pued\\p{L}+|pod\\p{L}+ o|u si siempre nunca
      primer\\p{L}* segund[oa]s? tercer\\p{L}* últim[oa]s? siguientes? anterior\\p{L}* medi[oa]s? doble veces|vez
      izquierd[oa] derech[oa] sí`,
  persons: new Set(words`
    yo tú usted él ella nosotros vosotros ustedes ellos ellas me te nos os mi mis tu tus nuestro nuestra
    nuestros nuestras vuestro vuestra`),
  hedges: new Set(words`
    pues bueno digamos este sea vale creo mira realmente`),
  asking: null,
  frequent: new Set(words`
    el la los las un una unos unas de del al a en con por para sin sobre entre hasta desde que y o
    u pero no ni si como más menos muy ya también es son era eran fue fueron ser está están estaba
    hay ha han he hemos había tiene tienen tengo yo tú él ella nosotros ellos ellas usted me te se
    nos le les lo mi tu su sus nuestro esta este esto estos estas ese esa eso aquel aquí ahí allí
    cuando donde quien qué cómo dónde porque aunque después antes ahora hoy ayer mañana todo toda
    todos todas otro otra cada mismo algo nada nunca siempre vamos puede pueden hacer necesitamos
  `),
  abbreviations: {
    goesOn: ['p. ej.', 'aprox.'],
    titles: words`Sr. Sres. Sra. Sras. Srta. Dr. Dra. Prof. Lic. Ing. núm. pág. págs. fig. vol.`,
    others: words`etc. Ud. Uds.`,
  },
  letterCase: SPANISH_CASE,
  alwaysCapital: [],
  narrowSpaces: null,
  code: {
    formatters: {
      camel: ['camello', 'camel'],
      pascal: ['pascal'],
      snake: ['serpiente', 'snake'],
      kebab: ['kebab'],
      constant: ['constante'],
      dotted: ['punteado'],
      path: ['ruta'],
      smash: ['sin espacio|espacios'],
      dunder: ['dunder'],
      title: ['título'],
      upper: ['mayúsculas'],
      lower: ['minúsculas'],
    },
    formatterSuffixes: ['case'],
    stop: 'fin',
    connectives: words`en de es como y o no if in of para`,
  },
};
