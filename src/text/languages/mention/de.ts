import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in German that a mark is spoken about. */
export const GERMAN_MENTION: MentionWords = {
  leadIns: words`
    ein eine einen einem einer eines kein* der die das den dem des jede* dies* jene* mein* dein*
    seine* ihr ihre* unser* eure* ohne vom zum zur beim im ins am von durch pro per als und
    oder sowie bzw bis zwischen mehrere* einige* aller allen beide* sondern statt außer wie weder
    welche* irgendein* solche* hinter in für ob wenn
  `,
  particles: words`mit nach vor sich bei mittels nur`,
  demonstratives: words`alle sein zwei drei vier`,
  copulas: [],
  ordinals: words`
    erste ersten erster erstes zweite zweiten zweiter zweites letzte letzten letzter letztes
    nächste nächsten nächster nächstes vorige*
  `,
  describing: words` mögliche* kleine* große* rote* grüne* falsche* richtige* normale* deutsche* englische*
    abschließend* schließend* öffnend* geschweifte* eckige* runde* spitze* zusammengehörende*
    führend* fehlend* überflüssige* zusätzliche* doppelte* einfache* einzelne* einzige* leere*
    weitere* folgend* nachfolgend* umgekehrte* typografische* echte* *äres *ares alleinige*
    optionale* unerwartete* beliebige* überzählige* *gestellt* *gesetzt* *hängt* *stehend*
    *folgend* *ender *endes *endem langer langen
  `,
  editing: words`verbietet braucht enthält enthielt fügt symbol zeichen operator taste`,
  imperatives: words`
    entferne entfernen lösche ersetze ergänze füge setze schreibe schreib verwende benutze nutze
    tippe tippen drücke drücken ignoriere erlaube vermeide vergiss streiche trenne prüfe suche gib
  `,
  leadOuts: words`
    getrennt* trennt eingeschlossen* umgeben* begrenzt* abgeschlossen* als-trennzeichen enthalten
    einfügen entfernen ersetzen löschen fehlt fehlen einzugeben einzufügen setzen verwendet aus$
    ein$ hinzu$
  `,
  predicates: [
    ...words`
    ergeben ergibt oder ist sind war waren wird werden wurde wurden hat haben kann können muss
    müssen soll sollen darf dürfen steht stehen fehlt fehlen trennt beendet entfernt ersetzt
    am-*ende
  `,
    ...variants(
      'in|im|am|an|nach|vor|hinter|aus|vom|zwischen|bei|zu|zum … einfügen|entfernen|ergänzen|löschen|ersetzen|setzen|hinzufügen|erlauben|weglassen|streichen|schreiben|prüfen|vermeiden',
    ),
  ],
  continuing: words`folgt getrennt`,
  companions: words`
    leerzeichen leerraum tabulator tabulatoren ziffern tilden rauten wagenrücklauf
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
