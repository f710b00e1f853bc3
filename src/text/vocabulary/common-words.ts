/**
 * The commonest words of English and of programming: every recogniser knows them, and people say
 * them without meaning an identifier. Inflected forms are found by their stem. Put
 * together by hand from general knowledge; no list was copied.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'a able about above accept access across act action actually add after again against agree ' +
    'alias align all allow almost alone along already also although always am among an and ' +
    'another answer any anyone anything app append apply are area argument around array as ask ' +
    'assign async at attribute await away back bad base be became because become been before ' +
    'began begin behind being believe below best better between big binary bit block board ' +
    'book boolean both box break bring buffer build built business but button buy by byte ' +
    'cache call callback came can cancel capture car carry case catch cause center change ' +
    'channel character check choice choose chunk class clean clear click client clone close ' +
    'collect color column come command comment common company compare compile complete ' +
    'compress condition config configure connect connection consider constant constructor ' +
    'contain container content context continue control convert copy cost could count country ' +
    'couple course cover create current cursor custom cut dark data date day debug decide ' +
    'declare deep default define delete dependency depth destroy detail detect device dialog ' +
    'did die different direct directory disable dispose do document does domain done door down ' +
    'draw due during each early easy either element else emit empty enable encode end entry ' +
    'environment equal error escape even event ever every everything exact example exception ' +
    'exclude execute expect export expression extend extension eye fact factory fall false ' +
    'feature few file fill filter final find first five flat folder follow food for form ' +
    'format found four frame free from front full function game general get give given go good ' +
    'got great group had handle handler happen hard has have he head header hear heard height ' +
    'help her here hidden hide high him himself his hold home hook host hour house how however ' +
    'i icon idea identifier if ignore image implement import important in include indeed index ' +
    'information init initial input insert inside instance instead integer interface internal ' +
    'into invalid is issue it item iterate its itself job join just keep key kind knew know ' +
    'known label language last layer layout left length let letter level library life light ' +
    'like limit line link list listen little live load local location lock log long look loop ' +
    'lot love made main major make man manager many map mark match max may maybe me mean ' +
    'member memory men merge message meta method metric min mind mode model modify module ' +
    'month more most mount move much must my name namespace need nested network never new next ' +
    'night no node none normal not note nothing notice now null number object of off offer ' +
    'offset old on once one only open operator option or order other our out output outside ' +
    'over override own package page parameter parent parse part party password past path ' +
    'pattern pay payload people perhaps person picture pixel place plan play please plugin ' +
    'point pointer poor possible power prefix present press print priority private problem ' +
    'process produce program project promise property protocol provide proxy public put query ' +
    'question queue quick ran random range raw read ready real really reason record recursive ' +
    'reference register reject relative release remember remove render replace report reporter ' +
    'request require reset resolve resource response rest restore result retry return right ' +
    'root route rule run safe said same save saw say schema school scope screen script search ' +
    'second section see seen select selector self send sent sentence separator sequence serve ' +
    'server service session set seven several shape she should show side sign signal simple ' +
    'since single six size small so socket some someone something sound source split stack ' +
    'star start state static status step still stop stream string style such suffix suite ' +
    'switch symbol sync system table tag take target task tell template temporary test text ' +
    'than that the their them then there these they thing think this thought thread three ' +
    'throw time timeout timer title to today together token told too took total trace trigger ' +
    'trim tuple two type undefined understand undo unique until up update url us use user ' +
    'utility valid validate value variable vector verify version very visit wait walk want ' +
    'warning was way we week well went were what when where whether which while who whole why ' +
    'width will wind with without word work worker world would wrap wrapper write wrong year ' +
    'yes yet you young your zero'
  ).split(' '),
);
