import { words } from '../language';
import { endingsFor, type LetterCase, type WordClass } from './ordinary-words';

/**
 * Words that are small within a sentence, as they stand. Not here: the polite "Sie", "Ihr", "Ihnen" and
 * "Ihre", and what is also a noun ("Essen", "Recht", "Morgen").
 */
export const GERMAN_SMALL: ReadonlySet<string> = new Set(words`
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

/** By hand; measured on the help of LibreOffice (MPL-2.0), by what stands small there in mid-sentence. */
const MORE_SMALL = words`
  abends achtzehn all allemal allenfalls andere anderem anderen anderer anderes andernfalls
  anfangs angesichts ansonsten anstelle außen bat baten begann begannen begonnen beinahe
  besten binnen bisher bislang bisweilen blieben bot boten brach brachen brachte brachten
  bricht dachte dachten daheim dahinter daneben dar daraufhin darfst deins demnach demnächst
  derart derer derzeit diesmal dran drauf draußen dreizehn drin drinnen durchaus durchweg eher
  einander eingangs einigermaßen eins einst einstweilen einzelne empfiehlt entgegen entlang
  erstens erstmals eventuell extra fand fanden ferner fiel fielen fing fingen fort fuhr fuhren
  fährst fährt fällst fällt fängt fünfzehn fürs gaben galt galten gelang gemäß gern gerne
  getan gewann gibst gilt ginge gingen gleichfalls gäbe half halfen hielt hielten hierauf
  hierdurch hiermit hießen hilfst hilft hinauf hinaus hinein hing hingegen hingen hinten
  hinterher hinunter hinzu hob hoben hundert hält hältst höchstens indessen inmitten innen
  insoweit irgendein irgendeine irgendwann irgendwas irgendwer irgendwie irgendwo isst
  jederzeit jemals kamen kannte kannten keineswegs keins knapp käme lagen las lasen lauter
  letztens lief liefen ließ ließen links lädt längs längst läufst läuft magst manch meins
  mindestens misst miteinander mithilfe mochte mochten morgens nachher nachmittags nachts nahe
  nahm nahmen nannte nannten nebenbei neunzehn nimmst nimmt nirgends nirgendwo nähme oben
  oberhalb ohnehin quasi rechts rief riefen sah sahen saß saßen schien schienen schlicht
  schlief schliefen schloss schlossen schlug schlugen schläft schlägt schnitt schnitten
  schrieb schrieben sechzehn seinerzeit seitdem seitens seither selbst siebzehn siehst sieht
  sofort sogar sogenannt sogleich solch solches somit soweit sowieso sprach sprachen sprang
  sprangen sprichst spricht standen stets stieg stiegen stirbt sähe tagsüber tat taten teils
  traf trafen trat traten trifft trifftst tritt trittst trug trugen trägst trägt tust tut
  unten unterhalb unterwegs verbunden vergessen vergisst verlor verschwunden vielmehr vierzehn
  voneinander voran voraus vorbei vorerst vorgestern vorher vorhin vormittags vorn vorne warf
  warfen weg weitere weiteres weiterhin weißt welch wenigstens wirft woanders wobei woran
  woraus worin worum worüber wovon wusste wussten wächst währenddessen wüsste zog zogen
  zueinander zugleich zugunsten zumeist zumindest zurück zuvor zweitens zwischendurch überall
  überaus überdies überhaupt übermorgen übrigens
`;

const ADJECTIVES = words`
  absolut abstrakt acht additiv aktiv aktuell allein allgemein alt ander anders angenehm
  anonym arm asynchron begabt beid bekannt beliebt bequem bereit berühmt besonder besser best
  bestimmt bevorzugt bewusst binär bitter blau blind braun breit bunt böse dauernd dezimal
  dick digital direkt doppelt dreifach dritt dumm dunkel dunkl dünn echt edel edl effektiv
  egal eigen einfach einzeln eitel elementar entfernt erfolgreich erneut ernst erst exakt
  exklusiv explizit exponentiell extern extrem falsch faul fehlend fein fern fest final
  finanziell flach flexibel formal frei fremd froh früh früher fünft geeignet geheim gelb
  gemein genau generell gerade gesamt gesund getrennt gewiss glatt gleich global grau grob
  groß größer größt grün gut halb hart heiß hell hexadezimal hilfreich hinter hoch hoh
  horizontal höchst höher hübsch ideal implizit inaktiv indirekt individuell inklusiv inner
  intelligent intensiv interaktiv interessant intern international jung jünger kalt kaputt
  klar klein klug kompakt kompatibel komplett komplex konkret konsistent korrekt krank kreativ
  krumm kulturell kurz kühl kürzer lang laut lecker leer legal leicht leise letzt lieb linear
  link lokal länger manuell maximal mehr mehrfach meist minimal mittler modern müde nackt nah
  nass national nativ negativ nett neu neunt nobel normal nächst näher ober offen offiziell
  optimal optional parallel passiv perfekt permanent positiv primitiv primär privat
  proportional prozentual quer rau real reell regulär reich reif rein relational relativ
  relevant roh rot satt sauber sauer scharf schief schlecht schlechter schlimm schmal schnell
  schneller schwach schwarz schwer schwächer schön sechst sekundär selten senkrecht sensibel
  separat seriell sicher sicherer siebt simpel singulär solch sozial speziell spitz spät
  später stabil stark steil still stumm stumpf stärker super synchron süß taub temporär teuer
  teur tief toll tot total transparent treu trocken umfangreich unbekannt unter variabel
  vergangen verloren verschieden vertikal virtuell visuell vorder vorhanden waagerecht wach
  wahr warm weich weit weiter weiß wild zahlreich zahm zehnt zentral zufrieden zusammen
  zweifach zweit älter äußer öfter übel
`;

const VERBS = words`
  achten ankern basteln bauen bearbeiten bedeuten beeinflussen begegnen beginnen begrenzen
  behaupten beinhalten bemühen benötigen bergen berühren beschäftigen bestätigen beteiligen
  betonen betrachten bewegen biegen bieten bilden binden bitten bleiben blättern booten
  brauchen brechen brennen bringen chatten danken dauern decken dehnen denken dienen docken
  drehen drohen drucken drücken dürfen eignen eilen empfangen empfehlen enden entscheiden
  entwickeln erfahren erhöhen erinnern erlauben erledigen ermöglichen erweitern essen fallen
  fangen fassen fehlen finden folgen fordern formen fragen fördern fügen fühlen führen füllen
  geben gehen gehören gelingen gelten geraten geschehen gestalten gewinnen glauben gliedern
  glänzen googeln greifen gründen grüßen hacken halten handeln heben heißen helfen hindern
  hoffen holen hängen hören kaufen kennen kennzeichnen klappen kleben klicken klären knüpfen
  kochen kommen kosten kämpfen können kümmern kürzen laden lassen laufen lauten leben legen
  lehren leisten leiten lernen lesen lieben liefern liegen löschen lösen löten machen mailen
  meinen melden mergen merken messen mieten mischen mögen müssen nehmen nennen nutzen ordnen
  packen passen pausieren pflegen planen prüfen pushen raten rechnen reden reichen reisen
  rennen richten rufen ruhen rücken rühren sagen sammeln schachteln schaffen schalten schauen
  scheinen schicken schieben schlafen schlagen schließen schlüsseln schneiden schreiben
  schränken schätzen schützen scrollen sehen senden senken setzen sichern sitzen sollen sparen
  speichern sperren spiegeln spielen sprechen springen stammen starten stecken stehen steigen
  stellen steuern stimmen stoppen stoßen strecken stören suchen tauschen teilen testen tippen
  tragen treffen treiben trennen treten trinken unterbinden unterbrechen unterscheiden
  unterstützen untersuchen verarbeiten verbessern vergessen vergleichen vergrößern verkleinern
  verlangen vermeiden vermuten verringern verschwinden vertrauen verursachen verwalten
  verzichten veröffentlichen wachen wachsen wandeln warnen warten waschen wechseln wecken
  wehren weisen wenden werfen wirken wissen wohnen wollen wählen wünschen zahlen zeichnen
  zeigen zerren ziehen zielen zweifeln zwingen zählen ändern öffnen überraschen überzeugen
`;

const STRONG_PARTICIPLES = words`
  gebeten geblieben geboten gebrochen gebunden gefahren gefallen gefangen gefunden gegangen
  gegeben gegessen gehalten gehoben geholfen gekommen geladen gelassen gelaufen gelegen
  gelesen gelungen gemessen genommen gerufen geschehen geschlafen geschlagen geschlossen
  geschnitten geschoben geschrieben gesehen gesessen gesprochen gestanden gestiegen gestoßen
  getragen getreten getroffen getrunken gewachsen gewannen gewesen gewiesen gewonnen geworden
  geworfen gezogen gezwungen
`;

const IRREGULAR = words`
  gibt nimmt sieht liest hilft spricht bricht trifft wirft tritt gilt hält lässt läuft schläft trägt fährt
  fängt lädt wächst stößt geschieht weiß schließt zieht bleibt steht geht nehme gebe
  bunden schrieben sprochen brochen troffen schoben griffen gangen nommen worfen boten loren wiesen gessen
  gonnen standen fallen halten fangen lassen schieden rufen stoßen tragen schlossen zogen wogen hoben borgen
`;

const SEPARABLE =
  'ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|her(?:aus|unter|vor|ein|um|auf|über)?|' +
  'hin(?:zu|ein|aus|weg)?|los|mit|nach|neu|nieder|statt|teil|über|überein|um|un|unter|vor(?:aus|an|bei)?|' +
  'wahr|weg|weiter|wieder|zu(?:rück|sammen)?|gegenüber|miss|zwischen';

const PREFIXES = new RegExp(`^(?:${SEPARABLE})?(?:be|ent|er|ver|zer)?(?:zu)?(?=\\p{L}{3})`, 'u');

/** The endings of adjectives, and of participles. */
const ADJECTIVE = ['e', 'en', 'er', 'es', 'em'];
const COMPARED = [
  'ere',
  'eren',
  'erer',
  'eres',
  'erem',
  'ste',
  'sten',
  'ster',
  'stes',
  'este',
  'esten',
];
const FINITE = ['t', 'et', 'te', 'ten', 'ete', 'eten', 'end', 'ende', 'enden', 'endes', 'endem'];
const SYLLABIC = ['t', 'te', 'ten', 'nd', 'nde', 'nden'];

/** Of verbs like "ändern" and "wechseln". */
function endingsOf(syllable: string): WordClass['endings'] {
  return endingsFor(
    SYLLABIC.map((ending) => syllable + ending),
    `${syllable}n`,
  );
}

/** German, in which nouns have capitals: only other words lose theirs. */
export const GERMAN_CASE: LetterCase = {
  ordinary: [
    { words: new Set([...GERMAN_SMALL, ...MORE_SMALL]), endings: [] },
    { words: new Set(IRREGULAR), endings: [], prefixes: PREFIXES },
    {
      words: new Set(STRONG_PARTICIPLES),
      endings: endingsFor(ADJECTIVE, ''),
      prefixes: PREFIXES,
    },
    {
      words: new Set(ADJECTIVES),
      endings: endingsFor([...ADJECTIVE, ...COMPARED], ''),
      prefixes: /^un/u,
    },
    {
      words: new Set(VERBS),
      endings: [...endingsFor(FINITE, 'en'), ...endingsOf('er'), ...endingsOf('el')],
      prefixes: PREFIXES,
    },
  ],
  shapes: new RegExp(
    [
      // Adjectives, adverbs, verbs of foreign stems.
      `(?:(?:\\p{L}{2}(?<!e)ig|\\p{L}{2}lich|\\p{L}{2}isch|\\p{L}{3}bar|\\p{L}{2}sam|\\p{L}{2}(?<!sc)haft|\\p{L}{2}(?<!er)los|\\p{L}{2}voll|iert|mäßig|seitig)(?:e[mnrs]?|ere[mnrs]?|ste[mnrs]?)?|\\p{L}{3}end(?:e[mns]?)?|ieren|ierend(?:e[mnrs]?)?|ierte[mnrs]?|(?:er|s|en)weise|wärts|seits|dings)$`,
      // Participles, and infinitives: "ausgewählte", "anzuzeigen".
      `^(?:${SEPARABLE})?ge(?!\\p{L}*(?:heit|keit|schaft|tät)$)(?:\\p{L}{2,9}|kennzeichne)t(?:e[mnrs]?)?$`,
      `^(?:ver|be|ent|er|zer)\\p{L}{2,}te[mnrs]?$`,
      `^(?:${SEPARABLE})zu\\p{L}{3,}n$`,
    ].join('|'),
    'u',
  ),
  names: new Set(words`
  abbrechen abend abende abenden abfragen abschnitt abschnitte anfragen angebot angebote
  angeboten ansicht antwort antworten anzeige anzeigen anzeiger arabisch ausdrücken ausnahmen
  befehlen beispielen bereichen bereit bericht berichte berichten breite brust carlos
  chinesisch danzig decken dienst dividende dividenden dunst durchschnitt durchschnitte
  dutzend dutzende einfalt ende enden englisch enten entwurf erdgeschoss erfolg essen essig
  formen fragen französisch gast gebet gebiet gebiete gebieten gebot gebote geburt gedicht
  gedichte gefecht gegend gegenden gehalt geist geister gemisch gemische gemüt gericht
  gerichte gerrit gerät geräte geräten gerüst gerüste geschichte geschichten geschlecht
  geschlechter geschäft geschäfte geschäften gesetzt gesicht gespenst gestalt gestirn gewalt
  gewalten gewicht gewichte gewissen griechisch gäste haft hartwig hebräisch hedwig honig
  italienisch japanisch jugend karten koreanisch kosten kunst käfig könig könige last leben
  legende legenden leipzig link ludwig lust mauszeiger nachbar nachfragen niederländisch
  pfennig polnisch portugiesisch rat rechte rechten reisen russisch rückfragen rüdiger sam
  sonnabend sonntag sorgfalt spanisch sprachen stand taten tausend tausende tiefe tugend
  türkisch umfeld umwelt unterkunft unterricht unterschrift variable variablen verdacht
  verhalten verlangen verlust vernunft versicht versprechen vertrauen verzicht vielfalt von
  vorkommen wechsel weise weite willich wissen wochenende wochenendes zahlen zeichen zeiger
  beamte beamten bekannte bekannten verwandte verwandten verbote
  zeilenende überfahrt überschrift übersicht
`),
  nameStarts: new Set(words`neu bad groß klein sankt`),
  // Nouns, too.
  alsoNames: new Set(words`würde mal`),
  beforeNames: new Set(words`
    an in mit ohne zur seine ihre unsere menschliche das jedes zum erste letzte nächste dieses beim
  `),
  letterWords: [],
  nouns: {
    before: new Set(words`
      das dem des die der den ein eine einen einem eines einer im am zum zur vom beim ins etwas nichts alles
      viel wenig allerlei manches alle dieses diesem durch kein keine unser unsere mein meine
    `),
    form: /e[nrsm]?$|e[lr]n$/u,
    between:
      /^(?:und|oder|aber|sehr|so|zu|ganz|recht|(?!(?:d(?:e[mnrs]|ie)|(?:[msdk]?ein|ihr|unser|dies)e[mnrs]?)$)\p{Ll}+e[nrsm]?)$/u,
  },
};
