import { words } from '../language';
import { endingsFor, type LetterCase, type WordClass } from './ordinary-words';

/** By hand; the endings are measured on the help of LibreOffice (MPL-2.0). */
const ITALIAN_SMALL: ReadonlySet<string> = new Set(words`
  a accanto ad adesso affinché agli ai al alcun alcuna alcune alcuni alcuno alla alle allo
  allora altra altre altri altro anche ancora anzi anziché appena appunto attorno attraverso
  avere avesse avessero avessi avete avranno avrebbe avrei avremmo avremo avrà bene cento
  certo che chi chiunque ci ciao ciascuna ciascuno cinque cioè circa come comunque con
  contro cosa così cui da dagli dai dal dalla dalle dallo dammi davanti davvero debba degli
  dei del della delle dello dentro deva deve devo devono di dica dice dieci dietro dimmi
  dire dodici domani dopo dove dovete dovrebbe dovrebbero dovrei dovremmo dovunque due
  duecento dunque durante dà e ebbe ecco ed eppure era erano fa faccia facciano faccio fai
  fammi fanno fare fate finché finora forse fosse fossero fossi fra fu fui fuori furono già
  gli grazie ha hai hanno ho i ieri il in infatti inoltre insieme insomma intorno invano
  invece io la le lei lo lontano loro lui là lì ma magari mai male malgrado meglio meno
  mentre mi mia mie miei milioni mille mio molta molte molti molto ne neanche negli nei nel
  nella nelle nello nemmeno neppure nessun nessuna nessuno niente no noi non nonostante
  nostra nostre nostri nostro nove nulla né o oggi ogni oltre oppure ormai otto ovunque
  ovvero pare peggio per perché però più poche pochi poco poi possa possano posso possono
  potete potrebbe potrebbero potrei potremmo prego presso proprio puoi può qua qualche
  qualcuno quale quali qualsiasi qualunque quanta quante quanti quanto quarto quasi quattro
  quei quel quella quelle quelli quello questa queste questi questo qui quindi quinto sa sai
  sanno sapete saranno sarebbe sarebbero sarei saremo sarà se sei sempre senza sette si sia
  siamo siano siete so solo soltanto sono sopra sotto spesso stamattina stanno stanotte
  stasera stessa stesse stessi stesso stia su sua subito sue sugli sui sul sulla sulle sullo
  suo suoi sì tale tali tanto tardi ti tra tre trenta troppo tu tua tue tuo tuoi tutta
  tuttavia tutte tutti tutto un undici va vado vanno venga vengano vengono verso vi vicino
  viene vieni voglio vogliono voi volta volte vorrei vorremmo vostra vostro vuole è
`);

/** The words that are frequent in the help of LibreOffice (MPL-2.0), and others that developers say. */
const PLAIN = words`
  abbiano accesso acqua adiacenti aereo aggiungete aggiuntive albero algoritmo almeno alta
  alto ambiente amica amico ammessi ammonta analitico analizzatore ancoraggio angolo anno
  annuale antica antico apertura appaiono appartengono appartiene arancia arco aree
  arrotonda asiatiche asse assente assieme attuale audio autunno aver avviene bambina
  bambino barca barra base bassa basso bianco bibliografia bibliografica bibliografico
  biblioteca bidimensionale biglietto binario bisogno blu bocca bordo borsa bosco bottone
  bozza braccio breve buona buono burro busta byte cache caffè caldo calendario camicia
  campione campo cane capello capitolo caratteristiche caricatore carne carota cartella casa
  caselle caso casuale categoria cattura cavallo cella cerchio chiave chiusura ciascun ciclo
  cielo cifra ciliegia cima cinese cipolla ciò classe clic cliente coda codice coefficiente
  collaboratore colonne colore coltello commerciale compaiono comparsa compilatore complesso
  componente composito composta comune condivisa condizionale connettore conseguenza
  consente consentito consentono consumo contenente contenga contengono contenitore contesto
  contestuale contiene contorno contrario contrassegno contratto coppia cornice
  corrispondente corrispondenza corta corto cosecante coseno costanti costituiscono
  cotangente credenziale criterio cronologia cucchiaio cucina cursore curva dato debbano
  debito debole decimale decrescente delimitatore destinatario destra dettaglio detto
  dialogo diametro diapositive didascalia difetto differente differenza difficile digitale
  dipendenza discesa disco dispari dispone distingue dizionario donna doppia doppio dovranno
  dovrete dovrà dubbio ecc eccesso eccetto editor effetto elettronica elettronico ellisse
  entrambe equivale erba errore esadecimale esempio esigenze esistente esito esponenziale
  essa esso estate etichetta evento eventuali facile falsa falso fame famiglia fase fatto
  fattore fattura felice festa figlia figlio file filigrana film finale finestra fiore
  flusso foglio fondo formaggio formulario formule forte foto fragola francese frase
  fratello frecce freccia freddo frequenza frutta fuoco futuro gamma gatto generale gennaio
  gente gerarchia gestore giallo giardino giorno giovane giù globale gradini grado grafica
  grafico grande grassetto grigio griglia gruppo icona idea illustra immaginaria immagine
  importanti impronta incarico incollaggio indice indietro indipendente indirizzo inferiore
  inglese ingresso iniziale insiemi interesse interfacce interfaccia intero interruttore
  intervallo inverno inversa inverso iperbolica iperbolico ipertestuale italiano lampada
  larga largo laterale lato latte legame legenda leggero lento lettera letto lettore lettura
  libreria libro limite limone linea lingua linguaggio linguetta lista livello logaritmo
  logica logico luna lunedì lunga lungo luogo macchina madre maggior maggiori maiuscola
  maiuscolo mancante maniera maniglia mano manuale mappa mare margine maschera matrice
  mattina media mediante mela memoria mese messaggio metodo mezzo migliaia minore minuscola
  minuto mittente modale modello modificatore modo modulo mondo monetarie montagna motore
  mouse mucca musica naso naturale navigatore necessari negozio nero neve nodo nome nominale
  nonché normale notte numerica numerico numero nuova nuovo nuvola obbligatorio occhio
  occorrenze oggetto ombra operatore opposto opzionale ora orario ordine originale origine
  orizzontale ortografico ossia ottiene ottimale pacchetto padre paese pagina pane pannello
  panoramica paragrafo parametro parentesi pari parola partenza passaggio password pasta
  patch paura pedice pepe pera percentuale perciò percorso periodici periodo permesso
  personale pesante pesce piano piattaforma piatto piccola piccolo piede pieno pietra pila
  pioggia pixel poiché poligono pollo pomodoro posiziona possiede posta posto poter potrete
  potrà povero precede precedente precedenza predefinita predefinito prefisso premete
  presente presenza prezzo prima primaria primavera primo principale problema procedura
  processo profilo progetto pronto propri propria prossima prossimo protocollo pulsante
  puntatore quadre quadro quotatura radianti radice ragione ramo rango rapido rapporto
  recente regalo regione regola regolari residuo restanti rete rettangolo revisore riassunto
  ricco ricerca richiesta richiesto rientro riepilogo riga righello rimangono riquadro
  rischio riso risorsa risultante riunione rosso rubrica sabbia salvataggio scadenza scalari
  scarpa scatola scegliete scheda schema schermo scopo scorsa scorso script scrittura scuola
  scuro secante secondario secondo sedia segnale segnalibro segnaposto segreto seguente
  semplice seno senso separatore sequenza sera seriale serie server servizio settimana
  settore sfondo sfumatura simbolo simile sinistra sinistro sintassi sito snodo soddisfatta
  sola soldi solito sommario sorella sorgente sottocartelle sottoformulario sottolineatura
  sottomenu sottostante sottostringa sottotipo spagnolo spaziatrice spaziatura spazio
  speciale specifiche spessore sporco spunta stampante statistica stile strada strano
  stringa struttura subtotali successive sufficiente superiore supporta supportano supporto
  sviluppatore tabella tag tal tangente tartaruga tasca tastiera tastierino tasto tavolo
  tavolozza tedesco tema tempo temporale tendenza tendina tenete termine terzo testuale tipo
  titolo torta totale traccia traffico tramite tratteggio trattini treno triangolo uccello
  ufficio uguale ulteriori ultima ultimo unidimensionale uniforme univoco uomini uomo uova
  uovo utente utile valore vantaggio variante varie vecchia vecchio veloce vento vera verde
  verdura vero verranno verrà verticale vestito vettore via viceversa vicina vino virgola
  virgoletta visitatore vista visto voce volete vostre vuoto zucchero zuppa
`;

/** Infinitives. */
const VERBS = words`
  abilitare accadere accedere accettare accorgere adattare affrontare aggiornare aggiungere
  aiutare allegare allineare allungare amare ammettere analizzare annullare appartenere
  applicare apprendere approvare aprire archiviare arrivare ascoltare aspettare assegnare
  assicurare assumere attendere attivare aumentare avanzare avvertire avviare avvisare
  basare bastare bloccare cadere calcolare cambiare camminare cancellare capire capitare
  caricare causare cedere cercare chiamare chiarire chiedere chiudere clonare collegare
  colpire combinare cominciare commentare compilare completare comportare comprare
  comprendere comprimere comunicare concludere condividere confermare configurare
  confrontare connettere conoscere consegnare conservare considerare consigliare consultare
  contare contenere continuare controllare convertire copiare coprire correggere correre
  corrispondere costare costruire creare credere crescere dare decidere dedicare definire
  descrivere desiderare determinare dichiarare difendere diminuire dipendere disattivare
  discutere disegnare disporre distribuire diventare dividere documentare domandare durare
  elencare eliminare emettere entrare escludere eseguire esistere esportare esprimere
  estendere estrarre evitare fallire fermare fidare filtrare finire firmare fissare formare
  fornire forzare funzionare generare gestire giocare girare guardare guidare identificare
  ignorare immaginare imparare impedire impiegare implementare importare impostare incollare
  incontrare indicare informare iniziare inoltrare inserire insistere installare intendere
  interpretare interrompere introdurre invertire inviare invitare lanciare lasciare lavorare
  leggere liberare limitare mancare mandare mangiare mantenere marcare mescolare mettere
  migliorare misurare modificare montare morire mostrare muovere nascere nascondere negare
  nominare notare notificare occorrere occupare offrire omettere operare ordinare
  organizzare ottenere pagare parlare partire passare pensare perdere permettere pesare
  piacere portare possedere preferire premere prendere preparare presentare prestare
  prevedere procedere produrre programmare proporre proteggere provare pubblicare pulire
  puntare raccogliere raccomandare raggiungere rappresentare realizzare recuperare reggere
  registrare rendere restare restituire ricaricare ricevere richiedere ricominciare
  riconoscere ricordare ridurre riferire rifiutare riguardare rilasciare rimandare rimanere
  rimuovere rinominare riparare ripetere ripristinare riprodurre risolvere risparmiare
  rispettare rispondere risultare ritardare ritornare riuscire rivedere rompere salire
  saltare salvare sbagliare scambiare scappare scaricare scattare scegliere scendere
  scoprire scorrere scrivere scusare segnalare segnare seguire selezionare sembrare
  semplificare sentire separare servire sistemare smettere soffrire sommare sospendere
  sostenere sostituire sparire specificare spedire spegnere sperare spiegare spingere
  spostare stabilire stampare stare studiare succedere suggerire suonare superare supporre
  svegliare sviluppare svuotare tagliare tenere tentare terminare testare tirare toccare
  togliere tornare tradurre trarre trasferire trasformare trattare trovare unire usare
  uscire utilizzare valere validare valutare variare vedere vendere verificare viaggiare
  vincere visitare vivere volare votare
`;

const ADJECTIVES = words`
  aggiunto aperto assunto atteso automatico chiesto chiuso compreso concluso connesso
  coperto corrente corretto corso deciso descritto difeso diffuso diretto diverso diviso
  eletto emesso errato esatto escluso espresso esterno esteso incluso interno introdotto
  invalido locale messo minimo mosso nascosto necessario offerto omesso perso preso previsto
  prodotto promesso proposto protetto raccolto raggiunto remoto ridotto rimasto rimosso
  risolto risposto rotto scelto scoperto scritto sicuro singolo spento speso spinto statico
  steso stretto successo tolto tradotto trascorso ucciso unico vinto
`;

/** The forms of regular verbs, by their infinitives. */
const FORMS: WordClass['endings'] = [
  ...endingsFor(words`a o ano ato ata ati ate ando ò erò`, 'are'),
  ...endingsFor(words`i iamo ino erà eranno`, 'are', 'iare', 'ere', 'ire'),
  ...endingsFor(words`hi hiamo hino herà heranno`, 'are'),
  ...endingsFor(words`e o a ono ano uto uta uti ute`, 'ere', 'ire'),
  ...endingsFor(words`isco isci isce iscono isca iscano ito ita iti ite`, 'ire'),
];

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
    { words: new Set(VERBS), endings: FORMS },
    { words: new Set(ADJECTIVES), endings: endingsFor(words`a i e he`, 'o', 'e') },
  ],
  shapes:
    /\p{L}{2}(?:[zs]ion[ei]|mente|(?<!ci)tà|(?:and|end)o|(?:ar|er|ir)(?:si|mi|ti|ci|lo|la|li|le|ne)|iamo|(?:[aei]v)(?:a|ano|amo|i|o)|(?:er|ir)(?:à|anno|emo|ò|ebbe|ebbero)|izz(?:are|a|ano|ato|ata|ati|ate)|ific(?:are|a|ano|ato|ata|ati|ate)|\p{L}are|\p{L}ere|\p{L}ire|\p{L}{2}[au]t[oaei]|[ai]bil[ei]|ism[oi]|ist[aei]|ment[oi]|anz[ae]|uzion[ei]|ezz[ae]|os[oaei](?<!ros[oaei]))$|^(?:l|d|un|dell|all|nell|dall|sull|quell|c|m|t|s|v)['’].*$/u,
  names: new Set(words`
    massimo massima liberato liberata incoronata salvati moscato marco guido dino moro mora conti costa monti vinci renda chiara conte
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
