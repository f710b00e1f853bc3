import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in German that a mark is spoken about. */
export const GERMAN_MENTION: MentionWords = {
  leadIns: words`
    was-ist-mit wie-tippe-ich wie-schreibe-ich wie-schreibt-man
    aber sowohl samt nebst irgendeine* irgendwelche* manche* sämtliche* mancher aufs ans ins
    übers unters fürs durchs ums unterm überm hinterm anstatt anstelle mithilfe bezüglich gemäß
    inklusive exklusive einschließlich ein eine einen einem einer eines kein* der die das den
    dem des jede* dies* jene* mein* dein* seine* ihr ihre* unser* eure* ohne vom zum zur beim im
    am von durch pro per als und oder sowie bzw bis zwischen mehrere* einige* aller allen beide*
    sondern statt außer wie weder welche* irgendein* solche* hinter in für ob wenn jeweilige*
    token trenner namens dessen deren beiden dass weil sobald obwohl nachdem bevor solange falls
    sofern aber-nicht und-nicht aber-kein* und-kein*
  `,
  stranded: words`
    was-ist-das wer-ist-das bedeutet-das heißt-das soll-das macht-das wozu-ist-das wozu-dient-das
    warum-ist-das
  `,
  particles: words`über mit nach vor sich bei mittels nur sogar außer jeweilige*`,
  demonstratives: words`alle sein zwei drei vier gibt-es`,
  copulas: [],
  ordinals: words`
    erste ersten erster erstes zweite zweiten zweiter zweites letzte letzten letzter letztes
    nächste nächsten nächster nächstes vorige* dritte* vierte* fünfte* vorletzte* rechte* linke*
  `,
  describing: words`
    vorangestellt* nachgestellt* vorgesetzt* nachgesetzt* angehängt* *ische* *liche* *ige *igen
    *iger *iges *bare* *lose* *same* mögliche* kleine* große* rote* grüne* falsche* richtige*
    normale* deutsche* englische* abschließend* schließend* öffnend* geschweifte* eckige* runde*
    spitze* zusammengehörende* führend* fehlend* überflüssige* zusätzliche* doppelte* einfache*
    einzelne* einzige* leere* weitere* folgend* nachfolgend* umgekehrte* typografische* echte*
    *äres *ares alleinige* optionale* unerwartete* beliebige* überzählige* *stehend* *folgend*
    *ender *endes *endem langer langen bestehend* folgende* besagt* obig* vorderst* hinterst*
    jeweilig* ungültig* gültig* alt* neu* äußer* inner*
  `,
  idioms: [],
  attributive: words`
    ein-*es eine-*e einem-*en einer-*en eines-*en einen-*en kein-*es keine-*e keinem-*en keiner-*en
    keinen-*en jedem-*en jeder-*en jeden-*en jedes-*e dem-*ten dem-*ßen im-*en am-*en beim-*en
    vom-*en zum-*en zur-*en mit-*em aus-*em von-*em *endes *endem *ischem *lichem *igem die-*ende
    das-*ende der-*ende den-*enden eine-*ende die-*enden
  `,
  fronting: words`in im bei unter`,
  clitics: [],
  editing: [
    ...words`
    gefunden-wurde erwartet-wurde
    interpretiert interpretieren maskiert erwartet sind-etwa namens genannt verbietet braucht
    enthält enthielt fügt symbol zeichen operator taste behandle zählt zähle vertausche sucht suche
    kennt taugt setzt schreibt nutzt liefert druckt beginnt-mit endet-mit endet-auf enden-auf setzen-sie geben-sie
    verwenden-sie fügen-sie nutzen-sie benutzen-sie schreiben-sie tippen-sie drücken-sie
    ersetzen-sie entfernen-sie löschen-sie wählen-sie ergänzen-sie maskieren-sie also-ist dann-ist
    hier-ist dort-ist daher-ist deshalb-ist grunde-ist heißt bedeutet wir-behandeln wir-verwenden
    wir-nutzen wir-benutzen wir-brauchen wir-zählen wir-suchen wir-ersetzen wir-entfernen
    wir-löschen wir-erlauben wir-verbieten wir-verlangen wir-akzeptieren wir-ignorieren
    wir-maskieren wir-erzeugen wir-setzen wir-schreiben sie-behandeln ich-behandle er-hat sie-hat
    man-hat es-hat ich-habe wir-haben sie-haben lässt lautet lauten prüft prüfen-wir testet liest
    lesen-wir nimmt überspringt frisst trifft-auf stößt-auf sieht findet kriegt bekommt hat-zwei
    hat-drei hat-vier hat-fünf haben-zwei haben-drei enthält-zwei enthält-drei mit-zwei mit-drei
    mit-vier aus-zwei aus-drei folgt-auf reagiert-auf
  `,
    ...variants(
      'in|im|bei|unter * markiert|bezeichnet|kennzeichnet|trennt|beendet|bedeutet|heißt|öffnet|schließt',
    ),
    ...variants(
      'behandelt|versteht|liest|erwartet|akzeptiert|ignoriert|überspringt|schreibt|braucht|interpretiert|erkennt der|die|das|unser|unsere|dein|euer *',
    ),
    ...variants('als … nehmen|nutzen|verwenden|benutzen|haben|wählen|setzen wir|sie|ich|die'),
  ],
  endings: '',
  determiners: words`
    der die das ein eine mein* dein* sein* ihr* unser* eure* euer jede* diese* beide
  `,
  subjects: words`ich du er sie es man wir ihr wer jemand niemand keiner`,
  toldVerbs: words`
    akzeptier~ behandel~ brauch~ entfern~ ergänz~ erkenn~ erkannte* erlaub~ ersetz~ erwart~ erzeug~
    ignorier~ interpretier~ kenn~ kannte* verbiet~ verbot* verlang~ verschluck~ versteh~ verstand*
    verwend~ will wollte* trifft traf* erwähn~ beschreib~ beschrieb* erklär~ maskier~ sah sahen
    las lasen schrieb* schreib~ sag~ mein~ hör~ nenn~ vermiss~ fehl~ liefer~ druck~ lösch~ nutz~
    benutz~ setz~ trenn~ bekam* kriegte* nimmt nahm* findet fand* ist war sind waren heißt hieß
    lautet lautete enthält enthielt* überspring~ frisst verweiger~ verwirf* verwarf* beginnt-mit
    begann-mit endet-mit endet-auf endete-mit endete-auf mag mochte gab gibt scheitert-an hatte
    vergaß tipp~
  `,
  toldEndings: '(?:e?te?|e?ten|e?st|e)',
  perfects: [],
  relatives: words`was wie als wurde wurden worden ist sind war waren wird werden`,
  imperatives: words`
    entferne entfernen lösche ersetze ergänze füge setze schreibe schreib verwende benutze nutze
    tippe tippen drücke drücken ignoriere erlaube vermeide vergiss streiche trenne prüfe suche
    gib tausch tausche such entfern zähl zähle maskiere maskier behandle nimm lass lasst belass
    behalte lassen
    trenne-an trennen-an
  `,
  infinitives: [],
  verbAdverbs: words`immer nur auch noch nie stets bitte`,
  auxiliaries: words`
    hat habe haben hast hatte hatten soll sollen sollte sollten darf dürfen muss müssen müsste kann
    können will wollen möchte möchten wird werden würde würden
  `,
  clauseStarts: words`
    wo dann welche so dort hier also daher dass denn weil wenn aber
  `,
  stopNoun: null,
  leadOuts: words`
    getrennt* trennt eingeschlossen* umgeben* begrenzt* abgeschlossen* als-trennzeichen
    enthalten einfügen entfernen ersetzen löschen fehlt fehlen einzugeben einzufügen setzen
    verwendet aus$ ein$ hinzu$ zurück$ hin$ an$ ab$ um$ weg$ vor$ heraus$ dar$ voraus$ zu-viel
    sagst sage sagt sagen gesagt zu-wenig mehr-schadet maskiert maskieren geschrieben gelesen steht erwartet durch-*-ersetzen
    durch-*-ersetzt gegen-*-tauschen angezeigt dargestellt gekennzeichnet statt als-trenner
    tippt tippst drückt eingibt schreibt setzt liest findet sieht trifft ausgeben$ stehen$ sein$
    einsetzen$ eingeben$ hinzufügen$ akzeptieren$ erlauben$ überspringen$ ignorieren$ behandeln$
    benutzen$ nutzen$ verwenden$ erwarten$ trennen$ aus-dem aus-der aus-den und-zu
  `,
  lastAdverbs: words`zweimal doppelt automatisch`,
  predicates: [
    ...words`
    schließt öffnet wirkt
    eröffnet zerstört verwirrt bricht braucht kennzeichnet bezeichnet kehrt-*-um scheitert stört
    ergeben ergibt oder ist sind war waren wird werden wurde wurden hat haben kann können muss
    müssen soll sollen darf dürfen steht stehen fehlt fehlen trennt beendet entfernt ersetzt
    am-*ende heißt heißen bedeutet bedeuten gehört gehören gilt gelten zählt zählen leitet beginnt
    beginnen endet dient dienen kommt in-*-wird in-*-werden in-*-sind
  `,
    ...variants(
      'in|im|am|an|nach|vor|hinter|aus|vom|zwischen|bei|zu|zum … einfügen|entfernen|ergänzen|löschen|ersetzen|setzen|hinzufügen|erlauben|weglassen|streichen|schreiben|prüfen|vermeiden|maskieren|interpretieren|verbieten|verwenden|nutzen',
    ),
  ],
  continuing: words`folgt getrennt`,
  followers: words`
    in im am an von mit ohne für als wie durch dort hier vor hinter nach zwischen statt wenn falls
    und oder
  `,
  companions: words`
    wagenrücklauf-zeichen seitenvorschub seitenvorschübe vertikaler-tabulator
    horizontaler-tabulator leerzeichen leerraum tabulator tabulatoren ziffern tilden rauten
    wagenrücklauf
  `,
  joints: words`und oder sowie noch bzw nicht`,
  sequels: words`dann und-dann danach anschließend`,
  asking: words`
    brauch*
    was wer wen wem wessen wo wohin woher wann warum wieso weshalb wie welche* womit wofür wozu
    ist sind war waren hat haben hast kann können kannst könnte* soll* muss müssen darf dürfen
    wird werden würde* will wollen möchte* gibt geht kommt
  `,
  adjectivesFollow: false,
  dropsSubjects: false,
};
