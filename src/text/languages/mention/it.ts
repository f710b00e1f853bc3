import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in Italian that a mark is spoken about. */
export const ITALIAN_MENTION: MentionWords = {
  leadIns: words`
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
    possibil* piccol* grand* normal*singol* corrispondent* doppi* nuov* stess* unic*
  `,
  attributive: [],
  fronting: words`in nel nella nei`,
  clitics: words`
    lo la li le mi ti ci vi l'
  `,
  editing: [
    ...words`
    denota rappresenta vengono-visualizzat* viene-visualizzat* vengono-inserit* viene-inserit*
    viene-aggiunt* vedere aggiunge aggiungere aggiungi aggiungete aggiungendo inserisce inserire
    inserisci inserite inserendo rimuove rimuovere rimuovi rimuovete elimina eliminare eliminate
    cancella cancellare togli metti mette mettere scrive scrivere scrivi usa usare usano usate
    usando utilizza utilizzare utilizzano utilizzate utilizzando contiene contengono contenere
    include includere includono sostituisce sostituire manca mancano richiede richiedono omette
    omettere ignora ignorare accetta accettare permette permettere stampare produce produrre
    genera generare converte convertire restituisce restituire restituiscono esige esigono
    esigere vieta vietano vietare confondere confonde confondono porta portano portare tratta
    trattano trattare trattiamo conta contano contare protegge proteggere preferisco preferisce
    cerca cercano cercare trova trovano trovare diventa diventano aspetta aspettano riceve
    ricevere vuole mettono scrivono finisce-con finiscono-con finire-con termina-con separa
    separano separare restano resta introduce introducono cambiare aggiungono inseriscono legge
    leggono serve servono occorre occorrono vede vedono vediamo incontra incontrano incontriamo
    emettere emette emetti emettono emetta lascia lasciare lasci lasciate lasciano esserci
    ci-vuole ci-sia ho-tolto ho-aggiunto ho-inserito ho-rimosso ho-messo ho-cancellato
    ho-sostituito abbiamo-tolto abbiamo-aggiunto abbiamo-inserito abbiamo-rimosso abbiamo-messo
    si-mangia si-mangiano mangia viene-trattat* viene-gestit* viene-lett* viene-ignorat*
    viene-scritt*
  `,
    ...variants(
      'accetta|ammette|ignora|interpreta|legge|gestisce|permette|riconosce|tratta|aspetta|vuole il|lo|la|nostro|nostra *',
    ),
  ],
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
  leadOuts: words`
    separat* delimitat* come-separator* mancant* inattes* opzional* aggiuntiv* finale accanto
    davanti vicino di-troppo in-meno obbligatori* letteral* inattesi invece-di al-posto
    facoltativ* dal dalla dallo dai dalle dagli del della dello
  `,
  lastAdverbs: words`*mente due-volte`,
  predicates: words`
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
