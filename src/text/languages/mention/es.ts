import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in Spanish that a mark is spoken about. */
export const SPANISH_MENTION: MentionWords = {
  leadIns: words`
    cómo-escribo cómo-se-escribe cómo-pongo
    pero dicho dicha dichos dichas ese mis tus sus nuestra nuestros nuestras algunos algunas
    sino durante contra sobre delimitador separador un una unos unas el la los las lo del al
    cada otro otra otros otras ningún ninguna cualquier algún alguna mi tu su nuestro y e o u ni
    que si como cuando con sin de entre por mediante en a para hasta desde tras ante salvo
    excepto según varios varias ambos ambas carácter caracteres símbolo botón icono operador
    tecla hacia token tokens signos símbolos ej ejemplo incluso llamado llamada denominado
    porque aunque mientras vuestro vuestra vuestros vuestras míos mía mío pero-no y-no por-qué
  `,
  stranded: [],
  particles: words`no solo contra`,
  copulas: words`es son sea era`,
  demonstratives: words`este esta ese esa aquel aquella hay`,
  ordinals: words`últim* primer* segund* siguiente* anterior*`,
  describing: words`
    posible* correct* incorrect* simple* inicial adicional* nuev* mism* únic* dobl* simpl* normal
    normales final pequeñ* grande*
  `,
  idioms: [],
  attributive: [],
  fronting: words`en bajo`,
  clitics: words`lo la los las le les me te nos`,
  editing: [
    ...words`
    se-encontró sobra que-el-* que-la-* que-mi-* que-tu-*
    lo-llamamos lo-llaman
    puso pusieron dio dar damos abrir cerrar denota vea véase uses pongas pon pone poner usa usan
    usar use usando utilice contiene contienen contener contenga contengan incluye incluyen incluir
    incluya reemplace falta faltan produzca convertir devolver devolvemos prohibir trata tratan
    tratamos tratar cuenta cuentan contar encontrar obtener obtiene obtienen ponen ponemos mostrar
    muestra muestran cambiar cambian usamos quedan queda termina-con terminan-con aparece aparecen
    reciben recibe recibir haber haya añadí puse reemplacé cambié se-traga se-tragan se-come tragan
    añad~ agreg~ agregu~ insert~ quit~ elimin~ borr~ escrib~ utiliz~ reemplaz~ sustituy~ esper~
    requier~ omit~ ignor~ acept~ permit~ imprim~ produc~ necesit~ conviert~ devuelv~ exig~ prohíb~
    confund~ llev~ escap~ prefier~ busc~ encuentr~ coloc~ separ~ introduc~ emit~ dej~ mencion~
    describ~ rechaz~ represent~ interpret~ admit~ evit~ olvid~ explic~ repit~ sustitu~ quiere
    quieren quería querían no-tiene no-tienen le-falta le-faltan quiero-decir quería-decir
    quise-decir dije dijo digo dices vio vieron oyó oyeron hizo se-llama se-llaman acaba-en
    acaban-en
  `,
    ...variants('el|la|nuestro|nuestra|tu|su|un|una * ve|ven|lee|encuentra|halla|recibe|traga'),
    ...variants(
      'acepta|admite|ignora|interpreta|lee|maneja|permite|procesa|reconoce|trata|necesita|espera el|la|nuestro|nuestra|tu|su *',
    ),
  ],
  endings: '(?:[aeo]n?s?|[aei]r|i?[ea]ndo|aban?|ían?|i?[éóí]|aron|ieron|[ai]ste|[aei]mos)',
  determiners: [],
  subjects: [],
  toldVerbs: words`escrito dicho puesto visto oído leído devuelto`,
  toldEndings: '[ai]do',
  perfects: words`he has ha hemos han había habían`,
  relatives: words`lo-que como se-ha se-han que-he que-has que-ha que-hemos`,
  imperatives: words`
    pulse pulsa presione presiona teclee teclea escribe separe separa corrija corrige evite evita
    cambie cambia busque busca compruebe comprueba mueva mueve quite quita trata cuenta escapa pon
  `,
  infinitives: [],
  verbAdverbs: words`solo también siempre nunca`,
  auxiliaries: [],
  clauseStarts: words`
    donde entonces así aquí porque pero que si cuando por-qué cómo
  `,
  stopNoun: null,
  leadOuts: words`
    perdid* extrañ* vací* extra duplicad* separado* separada* delimitado* delimitada*
    como-separador* como-delimitador* al-final inesperad* opcional* adicional* sobrante*
    invertid* delante detrás faltante* de-más de-sobra en-lugar obligatori* literal literales
    del de-la de-los de-las de-tu de-mi de-un de-una
  `,
  lastAdverbs: words`*mente dos-veces`,
  predicates: words`
    confunde rompe estropea falla fallan abre cierra exige necesita invierte
    denota representa en-lugar ascii o u es son era fue está están será debe deben puede pueden
    no-se se-ha tiene indica separa marca sobra falta se significa equivale equivalen cuenta
    cuentan termina terminan va van vale sirve sirven aparece aparecen comienza empieza introduce
    en-*-se viene vienen venga vengan queda quedan sale salga   separan indican
    significan sea sean esté estén acaba acaban aparezca funciona funcionan
  `,
  continuing: words`en entre antes después dentro que del`,
  followers: words`
    en con sin para como por si cuando donde entre antes después y o al del desde
  `,
  companions: words`
    tab tabs tab-vertical formfeed carriage-return salto-de-página retorno-de-carro salto-de-línea
    espacio espacios tabulador tabuladores tabulación tabulaciones letras dígitos retorno comas
    guiones asteriscos
  `,
  joints: words`y e o u ni no`,
  sequels: words`luego después y-luego entonces`,
  asking: words`
    qué quién quiénes cuál cuáles cómo cuándo cuánto* cuánta* dónde adónde por es son está están
    hay puede* podemos debo debe* tiene* has ha quieres
  `,
  adjectivesFollow: true,
  dropsSubjects: true,
};
