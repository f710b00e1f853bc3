/**
 * By what a phrase that is spoken about ("remove the trailing new line") is told from one that is meant.
 * Words are in lower case; `*` in one stands for any letters, `…` for the rest of a clause, `$` for its end,
 * and `~` for the endings of a verb.
 */
export interface MentionWords {
  /** No sentence ends with these: articles, possessives, conjunctions. What follows is spoken about. */
  readonly leadIns: readonly string[];
  /** Of those, the ones that a question may end with: "Where is it from". */
  readonly stranded: readonly string[];
  /** Likewise, but a sentence may end with them: "What is it for". */
  readonly particles: readonly string[];
  /** Forms of "be", likewise; none where most clauses that have one end with it. */
  readonly copulas: readonly string[];
  /** Articles or pronouns: "this new line", "I need this". */
  readonly demonstratives: readonly string[];
  /** What marks are said to be, where it stands behind one of the words above: "last". */
  readonly ordinals: readonly string[];
  /** Likewise, and at the start of a clause: "trailing". */
  readonly describing: readonly string[];
  /** What looks like that and ends clauses: “as expected”. */
  readonly idioms: readonly string[];
  /**
   * Articles with the ending of an adjective, where nouns have capitals and texts are looked at as they
   * stand: “einem weißen”; none in languages whose nouns have none.
   */
  readonly attributive: readonly string[];
  /** What begins a clause with a place in front: “In YAML, new line …”. */
  readonly fronting: readonly string[];
  /** Words behind which one of {@link editing} acts on nothing that follows: "lo" of "lo usa", "the" of "the logs". */
  readonly clitics: readonly string[];
  /** What is done with marks, in the forms that stand before what they act on: "insert", "ends". */
  readonly editing: readonly string[];
  /** What `~` stands for in those: an expression. */
  readonly endings: string;
  /** What begins a subject that its verb follows: “the”, of “the patch removed”. */
  readonly determiners: readonly string[];
  /** What is one: “nobody”. */
  readonly subjects: readonly string[];
  /** Verbs behind one of these, besides {@link editing}; most forms end clauses behind other words. */
  readonly toldVerbs: readonly string[];
  /** What `~` stands for there: an expression. */
  readonly toldEndings: string;
  /** Verbs before a participle that acts on what follows: “a” of “a ajouté”; none where none follows directly. */
  readonly perfects: readonly string[];
  /** Words of clauses whose verb acts on what stands before it: “what” of “what we need”. */
  readonly relatives: readonly string[];
  /** Likewise, where they begin a clause: "type". */
  readonly imperatives: readonly string[];
  /** Words behind which these are infinitives: "to type". */
  readonly infinitives: readonly string[];
  /** What may stand between a verb and what it acts on: "out". */
  readonly verbAdverbs: readonly string[];
  /** Verbs that wait for another one at the end of their clause: “darf … enthalten”; none where none does. */
  readonly auxiliaries: readonly string[];
  /** What begins a clause, of which the phrase may be the subject: "where". */
  readonly clauseStarts: readonly string[];
  /** For the name of a stop that is a noun, too; `null`: in this language it acts alone only. */
  readonly stopNoun: StopNounWords | null;
  /** Words before which a phrase is spoken about: "new line characters". */
  readonly leadOuts: readonly string[];
  /** Adverbs that end a sentence in which nothing else follows the phrase: “prints new line twice”. */
  readonly lastAdverbs: readonly string[];
  /** Words that say something of a phrase that begins its clause: "New line is required". */
  readonly predicates: readonly string[];
  /** Words that go on behind a phrase that an article stands before: "in". */
  readonly continuing: readonly string[];
  /** Small words that go on with a clause, before which no sign has what it needs behind it: "if". */
  readonly followers: readonly string[];
  /** What is listed beside marks without being one that can be said: "space", "carriage return". */
  readonly companions: readonly string[];
  /** Words between the last two of a list. */
  readonly joints: readonly string[];
  /** Words before what is done next, with which nothing that is enclosed ends: "then close paren". */
  readonly sequels: readonly string[];
  /** First words of a question. */
  readonly asking: readonly string[];
  /** Whether an adjective may stand behind its noun, of which it says something then ("ligne suivante"). */
  readonly adjectivesFollow: boolean;
  /** Whether a sentence may begin with its verb, as one of `predicates` ("Es posible"). */
  readonly dropsSubjects: boolean;
}

/** By what a noun that names a stop ("period") is told from the stop; words are in lower case. */
interface StopNounWords {
  readonly noun: string;
  /** Articles, and what stands for one: "each", "next". */
  readonly articles: readonly string[];
  /** What no phrase of a noun goes over: pronouns, verbs, conjunctions, adverbs that end clauses. */
  readonly borders: readonly string[];
  /** Likewise; between one and the noun there may be words without an article: "in heat period". */
  readonly prepositions: readonly string[];
  /** Ends of words that stand before the noun without an article, too: "grace", "-ing". */
  readonly compounds: readonly string[];
}
