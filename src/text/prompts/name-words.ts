/** Words that no name of its own begins or ends with, unless something says that it is one. */
export const BINDING = new Set(
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
export const TERMS = new Set(
  (
    'access control,access token,back end,best practice,best practices,body text,business logic,' +
    'case study,code base,code coverage,code review,code style,command line,control flow,customer support,' +
    'dark mode,data base,data flow,data loss,data science,dead code,dead lock,dependency injection,' +
    'design system,edge case,edge cases,error handling,event loop,first name,front end,full stack,' +
    'garbage collection,hard code,hard disk,home page,ip address,last name,legacy code,light mode,load balancing,load time,' +
    'machine learning,main memory,main thread,memory leak,memory leaks,memory usage,' +
    'middle ware,mock data,email address,host name,local storage,phone number,port number,session storage,zip code,' +
    'open source,operating system,pair programming,plain text,production code,pull request,' +
    'pull requests,race condition,race conditions,rate limit,rate limiting,rate limits,real time,' +
    'run time,sample data,screen reader,side effect,side effects,source code,source control,' +
    'start time,status code,text editor,time zone,tech debt,technical debt,test case,test cases,test coverage,test data,' +
    'time out,type safety,unit test,unit tests,use case,use cases,user experience,user feedback,' +
    'user input,user interface,version control,web server,web site,web socket,web sockets,white space'
  ).split(','),
);

/** Behind these comes a noun: whatever it begins with, it is a name. */
export const NOUN_BEHIND = new Set(
  (
    'does of inside within calls called rename inline refactor explain document debug mock for make ' +
    'move compare log deprecate named export const import export call calling invoke makes let'
  ).split(' '),
);

/** Behind these comes no order, so that what begins with a verb is a name. */
export const NO_VERB_BEHIND = new Set(
  'in with from is are when if after before at using via than by like into about between'.split(
    ' ',
  ),
);

/** Behind these, two ordinary words without an article are rather a name than a noun. */
export const NAME_BEHIND = new Set(
  'should must until while use uses and or why where fix test remove replace read'.split(' '),
);

/** Behind these, what begins with a verb is what somebody does. */
export const ORDER_BEHIND = new Set(['', ...'please then also we you i they'.split(' ')]);

/** What stands before these is spoken about. */
export const SUBJECT_BEFORE = new Set(
  'is was has does should must can will could would fails failed crashes needs takes calls breaks works says returns throws gets'.split(
    ' ',
  ),
);

/** What names of functions begin with, and orders: "add file uploads". */
export const VERBS = new Set(
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

/** With one of these behind it, a verb is another verb: "log in", "set up". */
export const PARTICLES = new Set('in on up down out off over under'.split(' '));

/** Words that somebody who is named comes before, or behind in a question. */
export const AUXILIARIES = new Set(
  'is are was were be has have had do does did can could will would shall should may might must'.split(
    ' ',
  ),
);

/** Behind these, a question begins with an auxiliary. */
export const ASKING = new Set(['', ...'why where when how'.split(' ')]);

/** Behind these comes no auxiliary. */
export const NO_AUXILIARY_BEHIND = new Set(
  'if whether unless because until between of inside within'.split(' '),
);

/** At the beginning of a clause, no auxiliary comes behind these. */
export const PLACING = new Set('in inside for with from after before when while'.split(' '));

/** Orders besides {@link VERBS}. */
export const ACTS = new Set([
  ...VERBS,
  ...(
    'allow cast default deprecate document drop explain fix have increase increment inline keep let limit lower mock prefer prevent profile ' +
    'reduce refactor rewrite round see shorten simplify split support teach trace treat truncate turn'
  ).split(' '),
]);

/** What is ordered by these is not there yet, or anything. */
export const MAKES = new Set(
  'add build create declare define generate get give insert make need open show hide support use write'.split(
    ' ',
  ),
);

/** Ends of what is said without an article: many of something, or some. */
export const MANY =
  /[^s]s$|(?:ing|data|code|text|access|content|support|usage|time|input|output|control|logic|memory|space|work)$/u;

export const PLURAL = /[^s]s$/u;

/** What many do. */
export const MANY_DO = new Set('are were have do'.split(' '));

/** What everybody sees on a screen, and speaks of without an article: "Login page is broken." */
export const SHOWN = new Set(
  'page button menu dialog form table bar screen panel modal sidebar header footer icon chart'.split(
    ' ',
  ),
);

export const ARTICLES = new Set('a an the this that these those my your our their its'.split(' '));

/** With these behind it, what ends in an s is no plural: "drops the list". */
export const OBJECT_BEGINS = new Set(
  'a an the this its my your our every no it them twice when if null true false nothing undefined back too'.split(
    ' ',
  ),
);

/** Behind these, a clause begins. */
export const CLAUSE_BEGINS = new Set([
  '',
  ...'if when while because that whether unless until although but so then and or before after since why how what think'.split(
    ' ',
  ),
]);

/** Words before a name, and behind one, that say that it is a name. */
export const NAMED_BEFORE = new Set(
  'function method variable class constant field property parameter argument hook component module interface export const called named rename import export call calls calling invoke'.split(
    ' ',
  ),
);
export const NAMED_BEHIND = new Set(
  'function method variable class constant field property parameter argument hook component module interface helper callback returns throws'.split(
    ' ',
  ),
);
