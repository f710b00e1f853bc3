import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in Spanish that a mark is spoken about. */
export const SPANISH_MENTION: MentionWords = {
  leadIns: words`
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
  attributive: [],
  fronting: words`en bajo`,
  clitics: words`lo la los las le les me te nos`,
  editing: [
    ...words`
    puso pusieron dio dar damos abrir cerrar denota representa interpreta vea véase uses pongas
    añadas quites escribas añade añaden añadir añada añadiendo agrega agregan agregar agregue
    inserta insertan insertar inserte insertando quita quitan quitar quite elimina eliminan
    eliminar elimine eliminando borra borran borrar borre pon pone poner escribe escribir
    escriba usa usan usar use usando utiliza utilizan utilizar utilice utilizando contiene
    contienen contener contenga contengan incluye incluyen incluir incluya reemplaza reemplazar
    reemplace sustituye sustituir espera esperaba falta faltan requiere requieren omite omitir
    omita ignora ignorar ignore acepta aceptar permite permitir imprime imprimir produce
    produzca necesita necesitan convierte convertir convierta devuelve devuelven devolver
    devolvemos exige exigen exigir prohíbe prohíben prohibir confundas confundir confunde
    confunden lleva llevan llevar trata tratan tratamos tratar cuenta cuentan contar escapa
    escapan escapar prefiero prefiere prefieren busca buscan buscar encuentra encuentran
    encontrar obtener obtiene obtienen ponen ponemos colocar coloca colocan mostrar muestra
    muestran cambiar cambian usamos quedan queda termina-con terminan-con separa separan separar
    introduce introducen introducir aparece aparecen esperan reciben recibe recibir imprimen
    aceptan escapamos escribimos emite emiten emitas emitir emita emitan deja dejas dejan dejes
    deje dejen dejar haber haya quité añadí borré eliminé puse inserté reemplacé cambié quitamos
    añadimos borramos se-traga se-tragan se-come tragan
  `,
    ...variants('el|la|nuestro|nuestra|tu|su|un|una * ve|ven|lee|encuentra|halla|recibe|traga'),
    ...variants(
      'acepta|admite|ignora|interpreta|lee|maneja|permite|procesa|reconoce|trata|necesita|espera el|la|nuestro|nuestra|tu|su *',
    ),
  ],
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
  leadOuts: words`
    perdid* extrañ* vací* extra duplicad* separado* separada* delimitado* delimitada*
    como-separador* como-delimitador* al-final inesperad* opcional* adicional* sobrante*
    invertid* delante detrás faltante* de-más de-sobra en-lugar obligatori* literal literales
    del de-la de-los de-las de-tu de-mi de-un de-una
  `,
  lastAdverbs: words`*mente dos-veces`,
  predicates: words`
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
