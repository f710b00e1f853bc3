import { isCommonWord } from '../vocabulary/english';
import { newEffort, respeller, type Respell } from '../vocabulary/respell';
import { spokenWords } from '../vocabulary/spoken-form';

/**
 * Prose for an agent in which names of the workspace that are said whole, in two words or more, are
 * written as they stand there: "why does get user name return null" has `getUserName`. What people say
 * anyway is left: words that only stand beside each other ("is open", "for each"), and two ordinary
 * words ("user name") where nothing says that a name is meant ("the user name method").
 */
export function writeNames(text: string, identifiers: readonly string[]): string {
  const respell = promptRespellOf(identifiers);
  const effort = newEffort();
  const words = [...text.matchAll(/\S+/gu)];
  let written = '';
  let end = 0;
  let isCode = false;
  for (let at = 0; at < words.length;) {
    const run = words.slice(at, at + MAX_WORDS).map(([word]) => word);
    isCode = isCode !== ((run[0] ?? '').split('`').length % 2 === 0);
    const found = isCode ? undefined : respell(run, effort);
    const length = found?.length ?? 1;
    const said = run.slice(0, length).map(plain);
    const previous = words[at - 1]?.[0] ?? '';
    const before = SENTENCE_END.test(previous) ? '' : plain(previous);
    const behind = plain(words[at + length]?.[0] ?? '');
    const last = words[at + length - 1];
    const name = found?.text.replace(/[^\p{L}\p{N}_$]+$/u, '') ?? '';
    if (last === undefined || !isName({ said, name, before, behind })) {
      at++;
      continue;
    }
    written += text.slice(end, words[at]?.index) + (found?.text ?? '');
    end = last.index + last[0].length;
    at += length;
  }
  return written + text.slice(end);
}

const MAX_WORDS = 8;

const SENTENCE_END = /[.?!:]$/u;

const respells = new WeakMap<readonly string[], Respell>();

/** Of the names that have several words. */
function promptRespellOf(identifiers: readonly string[]): Respell {
  const known = respells.get(identifiers);
  if (known !== undefined) return known;
  const respell = respeller(identifiers.filter((name) => spokenWords(name).length > 1));
  respells.set(identifiers, respell);
  return respell;
}

/** What tells a name from words that only stand beside each other. */
interface SaidName {
  readonly said: readonly string[];
  readonly name: string;
  /** The words before and behind it; '' at the ends of a sentence. */
  readonly before: string;
  readonly behind: string;
}

function isName({ said, name, before, behind }: SaidName): boolean {
  if (said.length < 2) return false;
  const isExact = spokenWords(name).join('').toLowerCase() === said.join('');
  // A short word that sounds alike is another word: "an error" is no `onError`.
  if (!isExact && said.length === 2) return false;
  if (NAMED_BEFORE.has(before) || NAMED_BEHIND.has(behind)) return true;
  const [first = '', last = ''] = [said[0], said.at(-1)];
  if (BINDING.has(last) || TERMS.has(said.join(' '))) return false;
  if (BINDING.has(first)) return isExact && NOUN_BEHIND.has(before);
  // "step by step", "make it work"
  const isPhrase = said.some((word) => BINDING.has(word)) && said.every(isCommonWord);
  if (said.length > 2 && !isPhrase) {
    // "Get user name from the form." is an order.
    const isOrder = VERBS.has(first) && ORDER_BEHIND.has(before) && said.every(isCommonWord);
    return !isOrder || SUBJECT_BEFORE.has(behind);
  }
  if (VERBS.has(first)) return NOUN_BEHIND.has(before) || NO_VERB_BEHIND.has(before);
  // Whoever says a noun of two words that is no name puts an article before it.
  return said.every(isCommonWord)
    ? NOUN_BEHIND.has(before) || NO_VERB_BEHIND.has(before) || NAME_BEHIND.has(before)
    : !DETERMINERS.has(before);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Words that no name of its own begins or ends with, unless something says that it is one. */
const BINDING = new Set(
  (
    'a an the this that these those its it my your our their his her i you he she we they and or but ' +
    'if then else when while until as so because not no nor of in on at by for from to into with ' +
    'without over under up down out off before after about between through than is are was were be ' +
    'been being am do does did done has have had can could will would shall should may might must ' +
    'all any each every some one two more most other same such only also just very too now here there ' +
    'which who what where why how'
  ).split(' '),
);

/** What is said like a word of its own, mostly without an article, where no name is meant by it. */
const TERMS = new Set(
  (
    'access control,access token,back end,best practice,best practices,body text,business logic,' +
    'case study,code base,code coverage,code review,code style,command line,control flow,customer support,' +
    'dark mode,data base,data flow,data loss,data science,dead code,dead lock,dependency injection,' +
    'design system,edge case,edge cases,error handling,event loop,first name,front end,full stack,' +
    'garbage collection,hard code,home page,last name,legacy code,light mode,load balancing,load time,' +
    'machine learning,main memory,main thread,memory leak,memory leaks,memory usage,' +
    'middle ware,mock data,email address,host name,local storage,phone number,port number,session storage,zip code,' +
    'open source,pair programming,plain text,production code,pull request,' +
    'pull requests,race condition,race conditions,rate limit,rate limiting,rate limits,real time,' +
    'run time,sample data,screen reader,side effect,side effects,source code,source control,' +
    'start time,status code,tech debt,technical debt,test case,test cases,test coverage,test data,' +
    'time out,type safety,unit test,unit tests,use case,use cases,user experience,user feedback,' +
    'user input,user interface,version control,web server,web site,web socket,web sockets,white space'
  ).split(','),
);

/** Behind these, a noun of two words is the one that is meant by it, and rarely a name. */
const DETERMINERS = new Set(
  (
    'a an the this that these those its my your our their his her any each every some one no what ' +
    'which whose both another several many few'
  ).split(' '),
);

/** Behind these comes a noun: whatever it begins with, it is a name. */
const NOUN_BEHIND = new Set(
  (
    'does of inside within calls called rename inline refactor explain document debug mock for make ' +
    'move compare log deprecate'
  ).split(' '),
);

/** Behind these comes no order, so that what begins with a verb is a name. */
const NO_VERB_BEHIND = new Set(
  'in with from is are when if after before at using via than by like into about'.split(' '),
);

/** Behind these, two ordinary words without an article are rather a name than a noun. */
const NAME_BEHIND = new Set(
  'should must until while use uses and or why where fix test remove replace read'.split(' '),
);

/** Behind these, what begins with a verb is what somebody does. */
const ORDER_BEHIND = new Set(['', ...'please then also we you i they'.split(' ')]);

/** What stands before these is spoken about. */
const SUBJECT_BEFORE = new Set(
  'is was has does should must can will fails failed crashes needs takes calls breaks works'.split(
    ' ',
  ),
);

/** What names of functions begin with, and orders: "add file uploads". */
const VERBS = new Set(
  (
    'add append apply assign attach bind build cache call cancel catch change check clear clone close ' +
    'collect compare compile compute configure connect convert copy count create declare define delete deploy ' +
    'detach detect disable dispose download draw emit enable end ensure escape execute exit expand ' +
    'export extend extract fetch fill filter find finish fire flush forbid format generate get handle ' +
    'hide ignore import include init insert install invoke join keep launch list listen load lock log make map ' +
    'mark match merge move need normalize notify open order parse pass patch pause post prepare print ' +
    'process publish push put query read receive record register release reload remove rename render replace ' +
    'report request require reset resolve restore resume retry return run save scan search select send ' +
    'serialize set setup share show skip sort split start stop store stream submit subscribe switch sync take ' +
    'test throw toggle track transform trigger trim unlock unregister unsubscribe update upload use ' +
    'validate verify wait walk warn watch wrap write'
  ).split(' '),
);

/** Words before a name, and behind one, that say that it is a name. */
const NAMED_BEFORE = new Set(
  'function method variable class constant field property parameter argument hook component module interface const called named rename import export call calls calling invoke'.split(
    ' ',
  ),
);
const NAMED_BEHIND = new Set(
  'function method variable class constant field property parameter argument hook component module interface helper callback returns throws'.split(
    ' ',
  ),
);
