import { words } from './language';

/**
 * Frequent words of languages that nothing else is known of here, so that their texts are not taken
 * for those of another.
 */
export const OTHER_LANGUAGES: readonly (readonly [id: string, frequent: ReadonlySet<string>])[] = [
  [
    'nl',
    new Set(words`
      de het een en van ik te dat die in is niet we wij zijn er op aan met als voor hij zij ze maar om
      hem dan zou wat mijn men dit zo door over bij ook tot je mij uit der daar haar naar heb hoe heeft
      hebben deze want nog zal me zij nu geen omdat iets worden toch al waren veel meer doen moet kan
      kunnen wordt werd naar onze ons jullie alleen goed graag morgen gisteren vandaag elke
    `),
  ],
  [
    'pt',
    new Set(words`
      de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu
      sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus
      quem nas me esse eles você essa num nem suas meu às minha numa pelos elas qual nós lhe deles
      está são foi tem ser ter há vai pode isto aqui então agora ontem hoje amanhã precisamos temos
    `),
  ],
  [
    'pl',
    new Set(words`
      i w nie na się z że do to jest o jak ale po co tak za od jego czy przez już tylko jej ten ma być
      był była było dla może mnie mi go tym tego ze by są gdy bardzo kiedy pan jeszcze nas nam tu też
      jestem więc wszystko teraz musimy który która które sobie ich przed przy bez pod nad oraz lub wczoraj
    `),
  ],
  [
    'sv',
    new Set(words`
      och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så
      kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade
      alla andra mycket än här då sedan över bara in blir upp även vad få två vill varje igår
    `),
  ],
  [
    'da',
    new Set(words`
      og i at det er en den til på de for ikke der som med et af har jeg han men var vi kan fra om så
      hun ham sig skal blev havde eller ud efter ved nu også bliver over mod når mig min meget være
      hvad noget ind op kun alle vil hvor hvis igår mange
    `),
  ],
  [
    'nb',
    new Set(words`
      og i det er en den til på de for ikke som med et av har jeg han men var vi kan fra om så hun seg
      skal ble hadde eller ut etter ved nå også blir over mot når meg min mye være hva noe inn opp bare
      alle vil hvor hvis går mange må
    `),
  ],
  [
    'tr',
    new Set(words`
      bir ve bu da de için ile çok ne o ben sen biz siz ama gibi daha kadar var yok mı mi mu mü değil
      sonra iyi ışık olarak olan her şey ki ya en ise hem şu bana sana onu bunu nasıl neden bugün dün yarın
    `),
  ],
  [
    'ro',
    new Set(words`
      și în de la cu nu pe că o un este a se din care mai pentru sunt ce să am dar au fost ca după
      între fără foarte acest această acum noi voi ei ele lui îi sau dacă când unde trebuie avem ieri
    `),
  ],
  [
    'cs',
    new Set(words`
      a v na se je že to s z do o i k ve pro za by ale jako po co jsem jsou tak od při už nebo jeho
      jen který která které může aby byl byla bylo ještě když než si mě mi tom velmi musíme včera
    `),
  ],
  [
    'fi',
    new Set(words`
      ja on ei se että oli hän mutta ovat kun niin kuin myös joka tai jos minä sinä me te he tämä nyt
      vain olen olla ole mitä siitä sen sitä kanssa jotka hyvin vielä sitten eilen
    `),
  ],
  [
    'hu',
    new Set(words`
      a az és hogy nem is egy van volt de ez meg csak már még ki mint el azt ha vagy fel mert ezt lesz
      minden nagyon kell én te ő mi ti ők itt ott most tegnap
    `),
  ],
  [
    'id',
    new Set(words`
      yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada
      mereka lebih sudah kami kita harus oleh saat atau kemarin
    `),
  ],
  [
    'ru',
    new Set(words`
      и в во не на я быть он с со что по это она к у ты из мы за вы так же от который один ещё бы только когда уже для
      вот кто да или если нет ни даже под где есть чтобы два там чем ничего потом очень ли при надо без теперь сейчас
      можно нужно после перед через между почему поэтому зачем как тут здесь сюда был была было были будет его её их
      им ему ей нам вам нас вас мне меня все всё этого этой этом эти то те мир дом новый новая новое новые сегодня вчера завтра
    `),
  ],
  [
    'uk',
    new Set(words`
      і й в у не на я бути він з із зі що а по це вона до ти ми за ви так же від цей який могти о один ще б
      такий тільки себе свій коли вже для ось хто та або якщо час ні навіть інший наш під де є сам раз щоб два
      там чим день нічого потім дуже треба без тепер тоді зараз можна потрібно після перед через над між чому
      тому як тут був була було були буде його її їх йому їй нам вам нас вас мені мене тебе все всі цього ця ті
    `),
  ],
  [
    'el',
    new Set(words`
      ο η το οι τα του της των τον την και να που με για από σε δεν θα είναι ήταν ένα μια ένας στο στη στην
      στον στα στις αυτό αυτή αυτός αν όταν πως πώς τι μας σας τους μου σου αλλά ή ότι όπως πολύ τώρα μόνο ακόμα
    `),
  ],
];
