import { COMMON_WORDS } from '../../vocabulary/common-words';
import { ENDINGS } from '../../vocabulary/english';
import { words } from '../language';
import type { LetterCase } from './ordinary-words';

/**
 * Beside the words of programming: the commonest of level 10 of SCOWL (Spell Checker Oriented Word Lists,
 * © 2000–2018 Kevin Atkinson, free for any use with this notice), and everyday words by hand.
 */
const MORE_WORDS = words`
  abuse accident account accuracy achieve acquire address adjust adopt advantage advice
  affects afraid afternoon age ago ahead aid aim album algorithm alter alternate alternatives
  altogether amount analysis ancient angle angry announce ant anybody anyway apart apparent
  appear apple approach approval approve arithmetic arm arrange arrives art article aside
  aspects assistant associates assume ate attach attack attempt attend author automatic autumn
  average avoid award aware baby backend background bag banana bank bar basic basis bath
  battery beach bear bed bee beforehand begun belong benefit berry besides beyond bike bill
  bind bird birthday bitten bizarre black blame blank blood blow blue body bone boot borrow
  boss bothers bottle bottom bought bound bowl boy bracket brain branch brand breach bread
  breakfast bridge brief bright broadcast broke broken brother brown browser bucket budget bug
  bulk bus busy cable cake calculate candidate cannot capital card care carrot cat category
  caught cease cell cent central century certain chain chair chapter char charge cheap cheese
  cherry chicken child children chocolate chose chosen church circle circuit city claim clock
  cloth clothes cluster coat code coffee cold collapse colleague combine commit communicate
  comparison complain complex component compose computer computes concept concern concrete
  confident confirm confuse consist consistent constraint contrast convenient cook cookie cool
  cope core corner corrects corrupt cotton cow crash crazy credit cross cup cure cycle damage
  database dead deadline deal dealt death decade decent decrease dedicate degree delay deliver
  delivery demand depend deploy derives describe design desktop despite determine develop
  dictionary differ difficult digit digital dinner dirty disadvantage disagree disappear
  disaster discount discourage discover discuss disk display distant distributes divide docs
  doctor dog dollar double doubt dozen draft drank drawn dream drink driven driver drives drop
  drove dry duck dumb dump e-mail ear earlier ease easier eat eaten edge edit editor effects
  efficient effort egg eight eighteen eighty electronic elephant eleven email emphasis
  employee encounter encourage endpoint engineer enough ensures enter entire equivalent err
  establishes estimate everybody everyone examine excellent except excess exchange exist
  expand experimental expert explicit express extent external extra face factor fail failure
  fair fallback fallen familiar fancy far fashion fast fat fatal father fault fear fed
  feedback feeds feel feet fell felt field fifteen fifty fight figure film fine finger
  finishes finite fire fish fit fix flag flight float floor flow fly foot force foreign forget
  forgotten fork formal forth forty fourteen fourth fox freedom frequent fresh friend frontend
  fruit fun fundamental funny further gap garbage garden gave generates genuine gift girl
  glass global gold gone goose grant grape graph graphic grass gray green grew grey ground
  grow growth guarantee guard guess guide hack hair half hand handy hang happy harm
  hat hate health heart heavy held hell hello hence hey hint history hit hole holiday hope
  horse hospital hot hotel huge human hundreds hungry husband ideal ill illegal imagine
  implies impose improve inbox inch income incomplete inconsistent increase independent
  indicate individuals industry inferior infinite info inform insist install instant integral
  intelligent intend internet interpret interval introduce investigate invite involve iron
  isolate joint juice jump justifies kept keyboard kill kitchen knife knowledge lack lake land
  laptop large late latter laugh law lawyer lazy lead leaf leak learn least leave led leg
  legal lemon less lexer lie lift linear lint lion logic login logout loose lose loss lost
  loud low luck lucky lunch machine mad magic magnitude mail maintain manage market mass
  master material matter maximum meanings meant meanwhile measures meat media medium meet mess
  met mice middle might mile milk million mine minimal minimum minor minutes miss mistake mix
  mod modern money monitor monkey moon mother mouse mouth movie multiple music mutex narrow
  nasty natural near necessary neither net nice nine nineteen ninety nobody noisy nonsense nor
  nose novel nowadays nurse obey observe obtain occupy occur odd office offline often oh okay
  omit onion online onto oops operates opinion opposite orange ordinary origin original
  overall owners pack packet paid pain pair paper paragraph parallel particular pass pasta
  paste patch patient pause peak pear pen pepper per perform period permanent permit personal
  phase philosophy phone photo phrase pick piece pig pink pipe pipeline pizza plain plastic
  plate pleasant plot plug plus pod policy polite poll pool popular port post potato pound
  practice prefer prepare preserve pretty prevent price primary prime principle printers
  printout prior procedure processor products programmers progress prompt proof proper
  proposal propose protects prove publishes pull purchase pure purple purpose push quarter
  quiet quit quite quote race radio rain rapid rare rat rate rather re reach readers recall
  receives recent recommend recover red reduce redundant refactor refer reflects regard regex
  region regular relate relevant remain remind remote removal repeat replies represent
  reproduce reserve resident resort respond restart restaurant restricts retain reveal reverse
  review rewrite rice rich ride ring risk river road rock role roll room rough round routine
  row rude sad safety sake salad salt sample sand sat satisfy scale scan scene scheme
  scientific score scratch sea secondary secret secure seek seem sell senior sense serial
  series settle seventeen seventy shall share sharp sheep sheet shell shift ship shirt shoe
  shop short shown shut significant silver similar sing sister sit site sixteen sixty skill
  skin skip sleep slept slight slow smart smile smooth snake snow soft sold solid
  solve somebody somehow somewhat song soon sorry sort sought soup space speak specific
  specifies speech spell spend spent spider spirit spoke spoken spoon spot spread square staff
  stage stand standard statistic stay steel stick stock stone stood storage store story
  straight strange strategy street strike strong structures stuck student study stuff stupid
  submit subsequent subset subtle success suffice sufficient sugar suggests suit sum summary
  superior supplies support suppose sure surface survives suspects swim syntax tablet taken
  talk tall tape taste taught tax tea teach team technique technology telephone ten tend term
  terminal terminology theory therefore thin third thirteen thirty those though thousand
  threat threw through throughout thrown thus ticket tiger tiny tomato tomorrow tonight top
  topic touch town toy track traffic train transfer translate transport trap travel treat tree
  trial trick trip trouble true trust truth try turn twelve twenty twice ultimate   under underneath uniform unit universal unknown unnecessary upgrade upon usage   variety vary vast via video view village voice volume vote wake wall war warm warn wash
  waste watch water wear weather web website weekend weight weird welcome wet wheel whereas
  white whom whose wide widespread wife wifi win window wine wing winter wire wish within woke
  wolf woman won wonder wood wore workflow worry worse worst worth wow written wrote yeah
  yellow yesterday
`;

/** English. */
export const ENGLISH_CASE: LetterCase = {
  ordinary: [
    {
      words: new Set([...COMMON_WORDS, ...MORE_WORDS]),
      endings: [...ENDINGS, ['est', ['', 'e']], ['ier', ['y']], ['iest', ['y']], ['ily', ['y']]],
      prefixes: /^(?:un|re|non|pre|over|out|mis)-?(?=\p{L}{3})/u,
      doubles: true,
    },
  ],
  shapes:
    /^\p{L}{2,}(?:ing|ed|ly|[ts]ions?|ments?|ness(?:es)?|[ai]ble|ful|less|ous|ive|it(?:y|ies)|[ae]nc(?:es?|y)|ism|i[sz]e[ds]?|ical|ally|wards?|wise|ship|hood|like|ify|ct|[ir]ate|uate|ional|[ct]ial|ual|[st]ure|ute|where|ware|i[sz]er|log|name|type|stamp|path|space|list|ever|ought|self|selves|things?|times?|some|ish|est)$|n't$|^(?:you|he|she|it|we|they|that|there|let|what|who|here|how)'(?:m|s|re|ve|ll|d)$/u,
  names: new Set(words`
  ahmed alfred alice ames anchorage anthony beijing belize benedict beverly billy boeing
  boise british browning buddhism carter cary charity christianity clarence clement clive
  connelly constance cooper daly danish denise dolly donnelly durward ed edward eldred elise
  eloise emily english ernest everest felicity finnish fisher fleming florence foster france
  frances fred french gage gary harding hawking hillary hinduism holly homer howard hungary
  hunter ines irish irving islamism italy jared jed jewish judaism kelly kettering kimberly
  kipling kling lance lansing laurence lawrence lilly lily louise manning marxism mary mayer
  mildred miller mohamed mohammed molly muhammad nancy nanjing ned olive olympics parker
  pauling piper polish polly porter potter prudence reed reilly rosemary sally scottish shelly
  slack spanish stanley sterling stirling swedish ted terence terrance terrence torrance
  trinity turkish turner vance viking walker warner welsh wilfred willy windows winifred
  wyoming zachary delaware pfizer kaiser suriname
  `),
  nameStarts: new Set(words`
    new old great grand big little long high north south east west northern southern eastern western
    central united royal red green blue black white golden silver visual national international federal
    general saint lake mount fort port cape bill mark will grant max may rose hope grace faith dean jack
    joy art rich frank sue summer ray rob pat page price brown young king stone west wood hill park bell
    cook day field ford hall home house love major prince queen sir lord lady uncle aunt star silicon
    stack open
  `),
  alsoNames: new Set(words`
    bill mark will grant max may rose hope grace faith dean jack joy art rich frank sue ray rob
    pat react express swift unity excel go flutter
  `),
  beforeNames: new Set(words`
    met asked told called named thanked saw with by from ask tell call thank meet hi hello dear mr
    mrs ms dr in until since last next for use using learn
  `),
  letterWords: ['a'],
  nouns: null,
};
