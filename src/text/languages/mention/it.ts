import { words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in Italian that a mark is spoken about. */
export const ITALIAN_MENTION: MentionWords = {
  leadIns: words`
    dai dagli dalle dallo dell' all' dall' nell' sull' un' l' nei negli nelle nello sui sugli
    sulle sullo coi col ma alcun alcuna ciascun ciascuna delimitatore separatore durante
    mediante tramite verso salvo un uno una il lo la i gli le del dello della dei degli delle al
    allo alla ai agli alle dal dalla nel nella sul sulla ogni altro altra nessun nessuna
    qualsiasi mio tuo suo nostro e ed o oppure né se che come quando con senza di da in a su tra
    fra per tranne eccetto carattere operatore icona pulsante simbolo tasto
  `,
  stranded: [],
  particles: words`dopo prima`,
  copulas: words`è sono era`,
  demonstratives: words`questo questa quel quella`,
  ordinals: words`ultim* primo prima second* success* precedent* final*`,
  describing: words`
    possibil* piccol* grand* normal*singol* corrispondent* doppi* nuov* stess* unic*
  `,
  editing: words`
    denota rappresenta vengono-visualizzat* viene-visualizzat* vengono-inserit* viene-inserit*
    viene-aggiunt* vedere aggiunge aggiungere aggiungi aggiungete aggiungendo inserisce inserire
    inserisci inserite inserendo rimuove rimuovere rimuovi rimuovete elimina eliminare eliminate
    cancella cancellare togli metti mette mettere scrive scrivere scrivi usa usare usano usate
    usando utilizza utilizzare utilizzano utilizzate utilizzando contiene contengono contenere
    include includere includono sostituisce sostituire manca mancano richiede richiedono omette
    omettere ignora ignorare accetta accettare permette permettere stampare produce produrre
    genera generare converte convertire
  `,
  imperatives: words`
    premi premere premete digita digitare digitate separa correggi evita cambia cerca prova
    sposta scrivete
  `,
  infinitives: [],
  verbAdverbs: words`anche solo`,
  clauseStarts: words`dove allora quindi perché ma qui`,
  leadOuts: words`
    separat* delimitat* come-separator* mancant* inattes* opzional* aggiuntiv* finale accanto
    davanti vicino
  `,
  predicates: words`
    denota rappresenta o è sono era sarà deve devono può possono non-è indica separa manca
    mancano alla-fine
  `,
  continuing: words`in nel nella tra fra prima dopo che del`,
  companions: words`
    tab tabs ritorno-a-capo avanzamento-riga ritorno-carrello spazio spazi tabulazione
    tabulazioni lettere cifre ritorno virgole trattini
  `,
  joints: words`e ed o oppure né`,
  asking: words`
    sei siete siamo vuole volete che cosa chi quale* quali quando dove perché come quanto quanta
    quanti quante è sono hai ha avete puoi può possiamo devo deve vuoi
  `,
  adjectivesFollow: true,
  dropsSubjects: true,
};
