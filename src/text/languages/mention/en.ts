import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in English that a mark is spoken about. */
export const ENGLISH_MENTION: MentionWords = {
  leadIns: words`
    double
    what-about how-about how-do-i-type how-do-you-type how-to-type how-do-i-write how-do-i-get how-do-i-say how-do-i-insert how-do-i-enter
    but whichever toward towards onto through throughout beyond despite including versus vs
    called-the either-a a an the no another each every either neither any such my your our their
    its whose and or nor if whether when while until unless because than as like via per except
    without between with from by excluding upon plus of into trailing token separator operator
    called behind amid although whereas but-not and-not or-not
  `,
  stranded: words`
    from with of like by into between without through onto
  `,
  particles: words`
    *'s not same his her for to on in at after before inside within against called named only just
    means even about near beside besides across among past beneath underneath
  `,
  copulas: words`
    is are was were be been being becomes became isn't aren't wasn't
  `,
  demonstratives: words`one this that these those all both some there-is`,
  ordinals: words`first second third last next previous final`,
  describing: words`
    upside-down lf crlf cr inner outer upper lower simple* simpler shorter longer wider
    significant insignificant redundant irrelevant relevant dominant adjusted altered forced
    forgotten hidden zero-width dash* special alternate alternative trailing leading own *most
    extra additional missing single double triple multiple optional blank empty literal embedded
    escaped unescaped raw closing opening terminating ending terminated separating inverted
    unexpected expected unmatched unbalanced unpaired matching stray superfluous unclosed
    unterminated unnecessary spurious hard soft actual real corresponding preceding following
    surrounding consecutive successive adjacent repeated inserted added removed ascii unicode unix
    windows dos markdown normal regular initial outermost innermost nested bare lone quoted
    unquoted encoded invisible new current currently usual improper* potential desired required
    proper correct wrong invalid valid illegal ordinary simple plain explicit implicit visible
    logical physical internal external separate individual specific particular different various
    random large small big little tiny red green blue non-* misplaced dangling standalone true
    genuine prefixed *icit *less *-style *ous surplus
  `,
  idioms: words`as-expected as-required as-desired as-usual as-new`,
  attributive: [],
  fronting: words`in under inside within on`,
  clitics: words`
    the my your our their its his these those
  `,
  editing: [
    ...words`
    but-got but-found but-saw
    call-it call-them call-that calls-it called-it stop-at stops-at
    consider~ assum~ carry carries carrying tolerat~ has have had lack~ omitted-by indicat~ denot~ denoted mean
    matches found add~ insert~ remov~ delet~ strip~ stripping trim~ trimming append~ prepend~ put~
    putting replac~ escap~ ignor~ skip~ skipping includ~ contain~ allow~ disallow~ forbid~ forbidding
    permit~ permitting requir~ treat~ convert~ matching preserv~ keep~ expect~ reject~ enforc~
    suppress~ omit~ omitting prohibit~ avoid~ prefer~ preferring creat~ represent~ translat~ emit~
    emitting outputs print~ produc~ generat~ forc~ caus~ us~ need~ handl~ pars~ encounter~ reach~
    detect~ finds typing pressing enters wants enabl~ ensur~ closes closing swap~ swapping drop~
    dropping count~ confus~ demand~ search-for searches-for look-for looks-for seeing reads reading
    writ~ yields takes took plac~ hit~ introduces logs showing shows recognis~ recogniz~ consum~
    skipped push~ lex~ tokeniz~ tokenis~ span~ gives-you gives-us gives-me give-you give-me gets-you
    you-type you-press you-hit you-enter we-type they-type accept~ swallow~ eats chokes-on splits-on
    split-on splits-at split-at ends-in end-in ending-in breaks-on breaks-at starts-with
    ends-with begins-with start-with end-with begin-with fails-on understands sees leaves emitted
    if-you-see when-you-see if-we-see when-we-see if-it-sees once-you-see if-it-meets when-it-meets
    mention~ describ~ document~ explain~ misses precede~ hears mishears expand~ unescap~ interpret~
    substitut~ refus~ there-is there-was there-must-be there-should-be there-can-be there-may-be
    there-will-be there-might-be there-comes saying
  `,
    ...variants(
      'i|we|you|they|he|she|it removed|added|deleted|inserted|replaced|escaped|dropped|moved|stripped|forgot|missed|typed|used|kept|found|meant|said|say|says|wrote|saw|heard|mentioned|expected|wanted|needed',
    ),
  ],
  endings: '(?:e?s?|ing)',
  determiners: words`the a an my your our his her its their this that one every each`,
  subjects: words`
    people users developers
    i you he she it we they somebody someone anybody anyone nobody everybody everyone
  `,
  toldVerbs: words`
    matched type
    saw misheard heard wrote read said meant got took put hit kept lost found forgot
    sent began-with began-in ended-with ended-in started-with stripped trimmed skipped dropped
    swapped forbade permitted omitted preferred emitted stopped-at split-on typed miss~ moved chang~
  `,
  toldEndings: '(?:e?d|e?s?)',
  perfects: words`has have had`,
  relatives: words`what-* whatever-* as than like-i everything-* all-*`,
  imperatives: words`
    got found
    types writes reads presses finds shows sets ends starts begins tests checks fixes moves changes
    close type press hit enter write print output find match read start end begin set say see
    check fix support hide show test skip count move change swap quote double encode decode
    leave keep emit allow forbid escape
  `,
  infinitives: words`
    to will can must should not don't cannot can't may might shall never always then please let's
  `,
  verbAdverbs: words`
    out in up off away back both exactly always also only just never still even either
  `,
  auxiliaries: [],
  clauseStarts: words`
    where then which that who so here there what how also therefore otherwise thus note but why
  `,
  stopNoun: {
    noun: 'period',
    articles: words`
      a an the this that these those each every either neither one no my our your his her its their
      another any some which what whose such first second third fourth last next previous same whole
      two three four five six seven eight nine ten half
    `,
    borders: words`
      it me him us them you i we he she they myself yourself himself itself ourselves themselves who
      is are was were be been being am isn't aren't wasn't weren't do does did don't doesn't didn't
      can could will would shall should may might must can't couldn't won't wouldn't shouldn't have
      has had not it's that's there's i'm you're we're they're he's she's i'll we'll you'll let's and
      or but so because if when while then than as today tomorrow yesterday tonight now later soon
      again too anyway already yet there here home away ahead together instead once twice everything
      something nothing anything everyone anyone everybody nobody please
    `,
    prepositions: words`
      of in on at by for with from into onto to about over under between during without within after
      before until since per via through
    `,
    compounds: words`
      ing tion trial grace notice time warranty pay refund transition lock-in blackout sleep timeout
      holiday rest quiet free study refresh retry review
    `,
  },
  leadOuts: words`
    insertion placement dangle dangles splice splices spacing first-style last-style separation
    convention free support character* char chars string strings operator* symbol* sign*
    handling separator* delimiter* terminator* key keys button code codes sequence* escape
    escapes conversion* translation* mode modes style styles rule rules token* prefix* suffix*
    separated delimited terminated convention* munging normalization position* node* ending*
    marker* icon* glyph* instead embedded literal* respectively itself pairs value values
    control-character* parameter-marker* too-many too-few goes appears missing optional but-got
    but-found but-saw but-there-was but-received from-the of-the from-a from-our from-my
  `,
  lastAdverbs: words`*ly twice outright`,
  predicates: words`
    denotes represents stands introduces negates opens closes begins starts ends expands refers
    counts followed preceded used accepted *ed-by *ed-with *ed-as *ed-from *ed-at or extra
    duplicated is isn't are was were has had will can cannot can't could must may might would does
    doesn't means gets indicates separates marks matches appears strips follows precedes terminates
    expected missing required allowed added removed inserted replaced escaped stripped trimmed
    preserved by-default at-the-end at-end at-eof at-the-beginning at-the-start not-allowed
    not-found not-expected not-permitted in-string in-constant goes never-* always-* also-*
    cannot-* breaks stays looks works makes gives leads becomes needs takes points in-*-is
    in-*-means comes come came occurs occur signals triggers acts sits shows-up happens splits
    fails crashes confuses upsets resets ruins swallows requires creates produces causes
    begs escapes prefixes looks-like
    belongs precede      mark separate appear
  `,
  continuing: words`
    of in at on by near with without under above below inside within around against as for between
    into from separating following preceding immediately directly that which control parameter
    parameters function functions variable variables format formats location locations option
    options setting settings flag flags count counts property properties argument arguments marker
    check checks state states pattern patterns command commands field fields group groups syntax
    notation instruction instructions encoding encodings
  `,
  followers: words`
    in on at of with without than as by for if when where while after before from everywhere and
    or
  `,
  companions: words`
    carriage-return carriage-returns form-feed form-feeds formfeed vertical-tab vertical-tabs
    horizontal-tab horizontal-tabs backspace null space spaces tab tabs whitespace letters digit
    digits return returns feed feeds nul eof
  `,
  joints: words`and or nor etc not`,
  sequels: words`then and-then`,
  asking: words`
    what which who whom whose where when why how is are was were do does did can could should
    would will shall may might has have had isn't aren't don't doesn't didn't can't won't
    shouldn't
  `,
  adjectivesFollow: false,
  dropsSubjects: false,
};
