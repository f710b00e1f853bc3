function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Names of products and firms that are no other word, as they are written in every language. */
export const ALWAYS_CAPITAL: ReadonlySet<string> = words(`
  Adobe Airbnb Amazon Android Anthropic Azure Bitbucket Bluetooth Chromium Claude Cloudflare
  Debian Django Docker Dropbox Ethernet Facebook Fedora Figma Firebase Firefox Git Gitlab
  Google Grafana Haskell Heroku Homebrew Instagram Intel Java Jenkins Jira Kafka Kotlin Kubernetes
  Laravel Linux Markdown Microsoft Mozilla Netflix Nginx Nvidia Postgres Prometheus Python
  Qualcomm Redis Samsung Scala Sony Spotify Svelte Terraform
  Twitter Ubuntu Unicode Unix Vercel Vim Vite Webpack Wikipedia Xcode Zod
`);

/** English words that always have their capital; "May" and "March" are other words too. */
export const ENGLISH_CAPITAL: ReadonlySet<string> = words(`
  Monday Mondays Tuesday Tuesdays Wednesday Wednesdays Thursday Thursdays Friday Fridays Saturday
  Saturdays Sunday Sundays January February April June July August September October November
  December Christmas Easter Halloween
  Africa African America American Americans Arabic Asia Asian Australia Australian Austria Austrian
  Bengali Brazil Brazilian Britain British Bulgarian Canada Canadian Catalan China Chinese Croatian
  Cyrillic Czech Danish Denmark Dutch Egypt England English Estonian Europe European Europeans
  Finland Finnish France French German Germans Germany Greece Greek Gregorian Hebrew Hindi Hungarian
  Hungary India Indian Indonesia Indonesian Ireland Irish Israel Italian Italy Japan Japanese Kenya
  Korea Korean Latin Latvian Lithuanian London Mexican Mexico Netherlands Nigeria Norway Norwegian
  Pakistan Paris Persian Portugal Portuguese Romanian Russia Russian Serbian Slovak Slovenian
  Spain Spanish Sweden Swedish Swiss Switzerland Tamil Thai Thailand Turkish Ukraine Ukrainian Urdu
  Vietnam Vietnamese Welsh
`);

/**
 * German words that are small within a sentence: articles, pronouns, prepositions, conjunctions,
 * adverbs, particles, common verb forms. Not here: the polite "Sie", "Ihr", "Ihnen" and "Ihre", and
 * what is also a noun ("Essen", "Recht", "Morgen").
 */
export const GERMAN_SMALL: ReadonlySet<string> = words(`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
  dieser diese dieses diesen diesem jener jene jenes jenen jeder jede jedes jeden jedem alle allem
  allen aller alles beide beiden manche mancher manches mehrere einige einigen einiger solche
  solcher welche welcher welches welchen welchem
  ich du er es wir mich dich sich uns euch mir dir ihm ihn man wer wen wem wessen was jemand niemand
  etwas nichts mein meine meinen meinem meiner dein deine deinen deinem deiner sein seine seinen
  seinem seiner unser unsere unseren unserem unserer euer eure euren derselbe dieselbe dasselbe
  derjenige diejenige dasjenige deren dessen
  ab an am ans auf aus außer bei beim bis durch für gegen gegenüber hinter in im ins mit nach neben
  ohne per pro seit statt trotz über um unter vom von vor während wegen zu zum zur zwischen aufgrund
  anhand anstatt bezüglich innerhalb außerhalb mittels laut
  und oder aber denn sondern doch sowie sowohl weder noch entweder dass weil wenn ob obwohl damit
  bevor nachdem sobald solange sofern falls indem sodass als wie je desto umso
  nicht auch nur schon noch immer wieder jetzt nun dann danach dabei dafür dagegen daher dahin
  damals daran darauf daraus darin darüber darum darunter davon davor dazu dort hier heute gestern
  bald oft manchmal meist meistens selten nie niemals sehr ganz gar ziemlich etwa fast kaum so also
  deshalb deswegen trotzdem außerdem zudem allerdings jedoch dennoch sonst vielleicht
  wahrscheinlich bestimmt natürlich eigentlich leider hoffentlich zuerst zuletzt zunächst endlich
  schließlich erst bereits gerade eben einmal zweimal mal nochmal nochmals mehr weniger viel viele
  vielen wenig wenige genug ebenso ebenfalls insbesondere besonders beispielsweise gegebenenfalls
  insgesamt teilweise normalerweise standardmäßig automatisch anschließend stattdessen dadurch
  hierbei hierfür hierzu warum weshalb wieso wann wo wohin woher womit wofür wozu wodurch worauf
  ja nein bitte danke zwar wohl halt
  bin bist ist sind seid war warst waren wäre wären gewesen habe hast hat haben hatte hatten hätte
  hätten werde wirst wird werden wurde wurden würde würden worden kann kannst können konnte konnten
  könnte könnten muss musst müssen musste mussten müsste müssten soll sollst sollen sollte sollten
  will willst wollen wollte wollten möchte möchten darf dürfen durfte dürfte mag mögen lässt lassen
  gibt gab geht ging kommt kam macht machte steht stand liegt lag bleibt blieb heißt hieß findet
  funktioniert braucht verwendet verwenden benutzt wartet prüft liest schreibt ruft
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
`);
