import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in German that a mark is spoken about. */
export const GERMAN_MENTION: MentionWords = {
  leadIns: words`
    aber sowohl samt nebst irgendeine* irgendwelche* manche* sämtliche* mancher aufs ans ins
    übers unters fürs durchs ums unterm überm hinterm anstatt anstelle mithilfe bezüglich gemäß
    inklusive exklusive einschließlich ein eine einen einem einer eines kein* der die das den
    dem des jede* dies* jene* mein* dein* seine* ihr ihre* unser* eure* ohne vom zum zur beim im
    am von durch pro per als und oder sowie bzw bis zwischen mehrere* einige* aller allen beide*
    sondern statt außer wie weder welche* irgendein* solche* hinter in für ob wenn
  `,
  stranded: [],
  particles: words`mit nach vor sich bei mittels nur`,
  demonstratives: words`alle sein zwei drei vier`,
  copulas: [],
  ordinals: words`
    erste ersten erster erstes zweite zweiten zweiter zweites letzte letzten letzter letztes
    nächste nächsten nächster nächstes vorige*
  `,
  describing: words`
    vorangestellt* nachgestellt* vorgesetzt* nachgesetzt* angehängt* *ische* *liche* *ige *igen
    *iger *iges *bare* *lose* *same* mögliche* kleine* große* rote* grüne* falsche* richtige*
    normale* deutsche* englische* abschließend* schließend* öffnend* geschweifte* eckige* runde*
    spitze* zusammengehörende* führend* fehlend* überflüssige* zusätzliche* doppelte* einfache*
    einzelne* einzige* leere* weitere* folgend* nachfolgend* umgekehrte* typografische* echte*
    *äres *ares alleinige* optionale* unerwartete* beliebige* überzählige* *stehend* *folgend*
    *ender *endes *endem langer langen
  `,
  editing: words`
    interpretiert interpretieren maskiert erwartet sind-etwa namens genannt verbietet braucht
    enthält enthielt fügt symbol zeichen operator taste
  `,
  imperatives: words`
    entferne entfernen lösche ersetze ergänze füge setze schreibe schreib verwende benutze nutze
    tippe tippen drücke drücken ignoriere erlaube vermeide vergiss streiche trenne prüfe suche
    gib
  `,
  infinitives: [],
  verbAdverbs: [],
  clauseStarts: words`wo dann welche so dort hier also daher dass denn weil wenn`,
  leadOuts: words`
    getrennt* trennt eingeschlossen* umgeben* begrenzt* abgeschlossen* als-trennzeichen
    enthalten einfügen entfernen ersetzen löschen fehlt fehlen einzugeben einzufügen setzen
    verwendet aus$ ein$ hinzu$
  `,
  predicates: [
    ...words`
    ergeben ergibt oder ist sind war waren wird werden wurde wurden hat haben kann können muss
    müssen soll sollen darf dürfen steht stehen fehlt fehlen trennt beendet entfernt ersetzt
    am-*ende
  `,
    ...variants(
      'in|im|am|an|nach|vor|hinter|aus|vom|zwischen|bei|zu|zum … einfügen|entfernen|ergänzen|löschen|ersetzen|setzen|hinzufügen|erlauben|weglassen|streichen|schreiben|prüfen|vermeiden|maskieren|interpretieren|verbieten|verwenden|nutzen',
    ),
  ],
  continuing: words`folgt getrennt`,
  companions: words`
    wagenrücklauf-zeichen seitenvorschub seitenvorschübe vertikaler-tabulator
    horizontaler-tabulator leerzeichen leerraum tabulator tabulatoren ziffern tilden rauten
    wagenrücklauf
  `,
  joints: words`und oder sowie noch bzw`,
  asking: words`
    was wer wen wem wessen wo wohin woher wann warum wieso weshalb wie welche* womit wofür wozu
    ist sind war waren hat haben hast kann können kannst könnte* soll* muss müssen darf dürfen
    wird werden würde* will wollen möchte* gibt geht kommt
  `,
  adjectivesFollow: false,
  dropsSubjects: false,
};
