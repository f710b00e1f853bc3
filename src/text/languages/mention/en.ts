import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in English that a mark is spoken about. */
export const ENGLISH_MENTION: MentionWords = {
  leadIns: words`
    but whichever toward towards onto through throughout beyond despite including versus vs
    called-the either-a a an the no another each every either neither any such my your our their
    its whose and or nor if whether when while until unless because than as like via per except
    without between with from by excluding upon plus of into trailing token separator operator
    called behind amid although whereas but-not and-not or-not
  `,
  stranded: words`
    from with of like by into about between without through onto
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
  attributive: [],
  fronting: words`in under inside within on`,
  clitics: words`
    the my your our their its his these those
  `,
  editing: [
    ...words`
    consider considers assume assumes carry carries tolerate tolerates has have had lacks lack omitted-by indicate indicates indicating denote denotes denoting
    denoted mean matches found add adds adding insert inserts inserting remove removes removing
    delete deletes deleting strip strips stripping trim trims trimming append appends appending
    prepend prepends prepending put puts putting replace replaces replacing escape escapes
    escaping ignore ignores ignoring skip skips skipping include includes including contain
    contains containing allow allows allowing disallow* forbid forbids permit permits require
    requires requiring treat treats treating convert converts converting matching preserve
    preserves preserving keep keeps keeping expect expects expecting reject rejects enforce
    enforces enforcing suppress suppresses omit omits omitting prohibit* avoid avoids avoiding
    prefer prefers create represent represents representing translate translates translating
    emit emits emitting outputs print prints printing produce produces producing generate
    generates force forces forcing cause causes use uses using need needs handle handles
    handling parse parses parsing encounters encountering reach reaches detect detects finds
    typing pressing enters wants creates creating enable enables enabling ensure ensures
    ensuring closes closing swap swaps swapping drop drops dropping count counts counting
    confuse confuses confusing demand demands disallows forbidding search-for searches-for
    look-for looks-for seeing reads reading writes writing yields takes took preferring place
    places placing hit hits introduces logs showing shows recognise* recognize* consume consumes
    skipped push pushes lex lexes tokenize* tokenise* span spans gives-you gives-us gives-me
    give-you give-me gets-you you-type you-press you-hit you-enter we-type they-type accepts
    accept accepting swallows swallow eats chokes-on splits-on split-on splits-at split-at
    ends-in end-in ending-in
    breaks-on breaks-at stops-at starts-with ends-with begins-with fails-on recognises
    recognizes understands sees leaves emitted if-you-see when-you-see if-we-see when-we-see
    if-it-sees once-you-see
  `,
    ...variants(
      'i|we|you|they|he|she|it removed|added|deleted|inserted|replaced|escaped|dropped|moved|stripped|forgot|missed|typed|used|kept|found',
    ),
  ],
  imperatives: words`
    writes reads presses finds shows sets ends starts begins tests checks fixes moves changes
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
  leadOuts: words`
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
