import { words } from '../language';
import type { LetterCase } from './ordinary-words';

/** By hand, as are all words here; the endings are measured on the help of LibreOffice (MPL-2.0). */
const ITALIAN_SMALL: ReadonlySet<string> = new Set(words`
  a abbastanza abbiamo ad adesso agli ai al alcune alcuni alla alle allo allora altra altre
  altri altro anche ancora andare anzi appena attraverso avere avete aveva basta bene cento
  che chi ci ciao ciascuno cinque cioè circa come comunque con contro cosa così cui da dagli
  dai dal dalla dalle dallo dare davanti degli dei del della delle dello dentro detto deve
  devo devono di dice dieci dietro dire dobbiamo dodici domani dopo dove dovere due dunque
  durante dà e ed entrambi era erano essere fa faccio fanno fare fatto finché forse fra
  funziona fuori già gli grazie ha hai hanno ho i ieri il in infatti inoltre insieme invece io
  la le lei lo lontano loro lui lungo là lì ma magari mai male manca mancano meglio meno
  mentre mette mi mia mie miei mille mio molta molte molti molto ne negli nei nel nella nelle
  nello nessuna nessuno niente no noi non nostra nostre nostri nostro nove nulla né o oggi
  ogni oltre oppure ora otto ovvero pare peggio per perché però più poche pochi poco poi
  possiamo posso possono potere prende presso presto prima può qua qualche qualcosa qualcuno
  quale quali quando quanta quante quanti quanto quasi quattro quei quel quella quelle quelli
  quello questa queste questi questo qui quindi resta sa sapere se secondo sei sembra sempre
  senza serve servono sette si solo soltanto sono sopra sotto spesso sta stanno stare stata
  state stati stato stessa stesse stessi stesso su sua subito sue sugli sui sul sulla sulle
  sullo suo suoi sì tale tali tanto tardi ti tra tre trenta troppo tu tua tue tuo tuoi tutta
  tuttavia tutte tutti tutto un una undici uno va vado vanno vede vedere vengono venire venti
  verso vi vicino viene visto voglio vogliono voi volere volta volte vostra vostro vuole è
`);

const PLAIN = words`
  accesso acqua aereo albero alta alto amica amico anno antica antico arancia autunno bambina
  bambino barca base bassa basso bianco bicchiere bisogno blu bocca borsa bosco bottone
  braccio buona buono burro caffè caldo cambio camicia campo cane capello carne carota
  cartella casa caso cattiva cattivo causa cavallo chiaro chiave ciclo cielo cifra ciliegia
  cipolla città codice coltello completo conto copia corta corto cucchiaio cucina dato debole
  difficile dimensione domanda donna doppio effetto elenco erba errore esempio estate facile
  falsa falso fame famiglia felice festa figlia figlio file film fine finestra fiore forma
  formaggio forte foto fragola francese frase fratello freddo frutta fuoco gatto genere gente
  giallo giardino giorno giovane grande grigio gruppo idea inglese inizio insalata intero
  inverno italiano lampada larga largo lato latte lavoro leggero lento lettera letto libero
  libro limone lista livello luna lunga lungo luogo macchina madre mani mano mare mattina mela
  mercato mese messaggio metodo minuto modo momento mondo montagna mouse mucca musica naso
  negozio nero neve nome nota notte numero nuova nuovo occhio oggetto ora ordine padre paese
  pagina pane parola parte pasta paura pepe pera pesante pesce piano piatto piccola piccolo
  piede pieno pietra pioggia pollo pomodoro porta possibile posto povero precedente prezzo
  primavera primo problema progetto pronto prova pulito pulsante punto ragione ramo rapido
  regalo regola ricco riga riso risposta rosso sabbia sala sale scarpa scatola schermo scuola
  scuro sedia seguente semplice sera server servizio settimana sistema soldi sole somma
  sorella spagnolo sporco stato strada strano stringa tabella tastiera tavolo tedesco tema
  testa testo tipo titolo torta treno triste uccello ufficio uguale ultima ultimo uomini uomo
  uova uovo utile valore variabile vecchia vecchio veloce vento vera verde verdura vero
  vestito via vino vuoto zucchero zuppa
`;

/** Italian. */
export const ITALIAN_CASE: LetterCase = {
  ordinary: [
    { words: ITALIAN_SMALL, endings: [] },
    {
      words: new Set(PLAIN),
      endings: [
        ['i', ['o', 'e', 'a', 'io']],
        ['e', ['a']],
        ['he', ['a']],
        ['hi', ['o']],
      ],
    },
  ],
  shapes:
    /\p{L}{2}(?:[zs]ion[ei]|mente|(?<!ci)tà|(?:and|end)o|(?:ar|er|ir)(?:si|mi|ti|ci|lo|la|li|le|ne)|iamo|(?:[aei]v)(?:a|ano|amo|i|o)|(?:er|ir)(?:à|anno|emo|ò|ebbe|ebbero)|izz(?:are|a|ano|ato|ata|ati|ate)|ific(?:are|a|ano|ato|ata|ati|ate)|\p{L}are|\p{L}ere|\p{L}ire|\p{L}{2}[au]t[oaei]|[ai]bil[ei]|ism[oi]|ist[aei]|ment[oi]|anz[ae]|uzion[ei]|ezz[ae]|os[oaei](?<!ros[oaei]))$|^(?:l|d|un|dell|all|nell|dall|sull|quell|c|m|t|s|v)['’].*$/u,
  names: new Set(words`
    molinari donato donata donati amato amata renato renata fortunato beato beata benvenuto benvenuta cesare baldassare berengere berlusconi agata macerata italia roma ferdinando fernando orlando armando rolando brando aldo edoardo leonardo costanza speranza
    abbondanza piacenza cosenza vicenza fidenza provvidenza brianza battista evangelista amando hernando
    benedetto clemente clementi simone assunzione concezione monza potenza sacramento rosa viola
  `),
  nameStarts: new Set(words`nuova san santa monte porto villa castel grande`),
  alsoNames: new Set(words`rosa viola gioia chiara bianca fiore`),
  beforeNames: new Set(words`con visto vedo a per da di ciao grazie caro cara signor signora`),
  // Those before an apostrophe, too: "l'albero".
  letterWords: words`a e è i o c d l m n s t v`,
  nouns: null,
};
