import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in Italian that a mark is spoken about. */
export const ITALIAN_MENTION: MentionWords = {
  leadIns: words`
    come-si-scrive come-scrivo come-si-mette
    dai dagli dalle dallo dell' all' dall' nell' sull' un' l' nei negli nelle nello sui sugli
    sulle sullo coi col ma alcun alcuna ciascun ciascuna delimitatore separatore durante
    mediante tramite verso salvo un uno una il lo la i gli le del dello della dei degli delle al
    allo alla ai agli alle dal dalla nel nella sul sulla ogni altro altra nessun nessuna
    qualsiasi mio tuo suo nostro e ed o oppure né se che come quando con senza di da in a su tra
    fra per tranne eccetto carattere operatore icona pulsante simbolo tasto token segni simboli
    chiamato chiamata perfino persino l'ultima l'ultimo l'unica l'unico poiché mentre sebbene
    mia miei mie tua tuoi tue sua suoi sue nostra nostri nostre vostro vostra vostri vostre il-loro la-loro i-loro le-loro un-loro
    alcuni alcune quei quegli quelle questi queste ma-non e-non
  `,
  stranded: [],
  particles: words`dopo prima dietro davanti sotto sopra contro oltre presso dentro`,
  copulas: words`è sono era`,
  demonstratives: words`questo questa quel quella c'è`,
  ordinals: words`ultim* primo prima second* success* precedent* final*`,
  describing: words`
    non solo
    possibil* piccol* grand* normal*singol* corrispondent* doppi* nuov* stess* unic*
  `,
  idioms: [],
  attributive: [],
  fronting: words`in nel nella nei`,
  clitics: words`
    lo la li le mi ti ci vi l'
  `,
  editing: [
    ...words`
    lo-chiamiamo lo-chiamano si-scrive segue
    denota rappresenta vengono-visualizzat* viene-visualizzat* vengono-inserit* viene-inserit*
    viene-aggiunt* vedere togli metti mette mettere scrive scrivere scrivi contiene contengono
    contenere include includere includono produrre restituire preferisco preferisce diventa
    diventano vuole mettono scrivono finisce-con finiscono-con finire-con termina-con restano resta
    cambiare serve servono occorre occorrono vede vedono vediamo lascia lasciare lasciate lasciano
    esserci ci-vuole ci-sia si-mangia si-mangiano mangia viene-trattat* viene-gestit* viene-lett*
    viene-ignorat* viene-scritt* aggiung~ inser~ inserisc~ rimuov~ elimin~ cancell~ usare usa usano usate usando utilizz~
    sostituisc~ sostitu~ manc~ richied~ omett~ ignor~ accett~ permett~ stampare produc~ gener~
    convert~ restituisc~ esig~ viet~ confond~ port~ tratt~ cont~ protegg~ cerc~ trov~ ricev~ separ~
    introduc~ emett~ lasc~ pretend~ proibisc~ aspetta aspettano aspettava cit~ nomin~ descriv~ rifiut~ spieg~ espand~
    dimentic~ legg~ incontr~ incontri~ volevo-dire voglio-dire vuol-dire si-chiama si-chiamano
    quando-dico se-dico quando-dici se-dici quando-dice
  `,
    ...variants(
      'accetta|ammette|ignora|interpreta|legge|gestisce|permette|riconosce|tratta|aspetta|vuole il|lo|la|nostro|nostra *',
    ),
  ],
  endings: '(?:[aeio]|[aei]re|[ae]ndo|ete|[aeo]no|[aei]va(?:no)?|iamo)',
  determiners: [],
  subjects: [],
  toldVerbs: words`scritto detto messo tolto visto sentito letto chiuso aperto aggiunto rimosso`,
  toldEndings: '(?:at|ut|it)o',
  perfects: words`ho hai ha abbiamo avete hanno aveva avevano`,
  relatives: words`quello-che ciò-che come-ho che-ho che-hai che-ha che-abbiamo che-hanno`,
  imperatives: words`
    premi premere premete digita digitare digitate separa correggi evita cambia cerca prova sposta
    scrivete tratta conta proteggi termina scrivi restituisci
  `,
  infinitives: [],
  verbAdverbs: words`anche solo sempre mai`,
  auxiliaries: [],
  clauseStarts: words`
    dove allora quindi perché ma qui che se quando cui in-cui come
  `,
  stopNoun: null,
  leadOuts: words`
    separat* delimitat* come-separator* mancant* inattes* opzional* aggiuntiv* finale accanto
    davanti vicino di-troppo in-meno obbligatori* letteral* inattesi invece-di al-posto
    facoltativ* dal dalla dallo dai dalle dagli del della dello
  `,
  lastAdverbs: words`*mente due-volte`,
  predicates: words`
    confonde rompe fallisce falliscono richiede inverte crea
    denota rappresenta o è sono era sarà deve devono può possono non-è indica separa manca mancano
    alla-fine si significa equivale vale conta contano termina finisce comincia chiude apre va
    vanno introduce compare appare inizia serve in-*-si aprono viene vengono segue precede arriva
    resta restano chiudono separano indicano significano aspetta funziona funzionano sta stanno
    venga sia siano
  `,
  continuing: words`in nel nella tra fra prima dopo che del`,
  followers: words`
    in nel nella con senza per come se quando dove e o tra fra dopo prima su
  `,
  companions: words`
    tab tabs ritorno-a-capo avanzamento-riga ritorno-carrello spazio spazi tabulazione tabulazioni
    lettere cifre ritorno virgole trattini
  `,
  joints: words`e ed o oppure né non`,
  sequels: words`poi e-poi quindi`,
  asking: words`
    sei siete siamo vuole volete che cosa chi quale* quali quando dove perché come quanto quanta
    quanti quante è sono hai ha avete puoi può possiamo devo deve vuoi
  `,
  adjectivesFollow: true,
  dropsSubjects: true,
};
