import { words } from '../language';
import { endingsFor, type LetterCase } from './ordinary-words';

/** By hand, as are all words here; the endings are measured on the help of LibreOffice (MPL-2.0). */
const SPANISH_SMALL: ReadonlySet<string> = new Set(words`
  a acá además ahora ahí al algo alguien algún allá allí ambos ante antes apenas aquel aquella
  aquellas aquello aquellos aquí así aunque ayer aún bajo bastante bien buen cada casi cien
  cinco como con contra cual cuales cualquier cuando cuanto cuatro cuya cuyo cuál cuándo
  cuántas cuánto cuántos cómo da dan dar de debe deben debo decir del demasiado desde después
  dice dicen dicho diez dijo dio doce donde dos durante dónde e el ella ellas ellos en
  entonces entre era eran es esa esas ese eso esos esta estaba estar estas este esto estos
  está están excepto falta faltan favor fue fuera fueron funciona gracias gran grandes ha
  haber había hace hacen hacer hacia han hasta hay he hecho hemos hizo hola hoy incluso ir
  jamás jueves la las le les llega lo los luces luego lunes luz mal martes mayor mañana me
  mediante mejor menor menos mes meses mi mientras mil mis misma mismas mismo mismos miércoles
  mucha muchas mucho muchos muy más nada nadie ni ningún no nos nosotras nosotros nuestra
  nuestras nuestro nuestros nueve nunca o ocho once os otra otras otro otros para parece pasa
  pasan paz peor pero pez poca pocas poco pocos poder pone poner por porque primer pudo puede
  pueden puedo pues puesto puso que queda quedan quien quienes quiere quieren quiero quizá
  quizás quién qué sabe saber sale salvo se sea sean según seis ser si sido siempre siete
  sigue sin sino sirve sobra sobre solamente solo son su sus sé sí sólo tal tales también
  tampoco tanta tantas tanto tantos te tener tengo tercer tiene tienen toca toda todas todavía
  todo todos tras treinta tres tu tus tuvo tú u un una unas unos usa usted ustedes va vamos
  van varias varios ve veces veinte ver vez viene vienen viernes vino vio visto vosotros voy
  voz y ya yo él
`);

const PLAIN = words`
  acceso agua alemán alta alto amarillo amiga amigo ancha ancho anterior antigua antiguo
  archivo arena arroz avión azul azúcar año baja bajo barco base blanco boca bolsa bosque
  botón brazo bucle buena bueno caballo cabeza cadena café caja caliente calle cama cambio
  camino camisa campo carne carpeta casa caso causa cebolla cerca cereza cielo cifra ciudad
  claro clase clave cliente coche cocina completo copia corta corto cosa cuadro cuchara
  cuchillo cuenta código dato difícil dinero doble débil día efecto ejemplo enlace ensalada
  entero error escuela español estado extraño fallo falso familia feliz fiesta fin flor forma
  foto francés frase fresa fruta frío fuego fuerte fácil gato gente grande gris grupo hambre
  hermana hermano hierba hija hijo hombre hora huevo idea igual inglés invierno italiano
  jardín joven lado larga largo leche lejos lento letra libre libro limpio limón lista listo
  llave lleno lluvia lugar luna lámpara línea madre mala malo mano mantequilla manzana mar
  mensaje mercado mesa miedo minuto modo momento montaña mujer mundo método música naranja
  nariz necesidad negro nieve nivel niña niño noche nombre nota nueva nuevo número objeto
  oficina ojo orden oscuro otoño padre palabra pan pantalla parte pasta pastel país pelo
  película pequeña pequeño pera perro pesado pescado pie piedra pimienta plan plato pobre
  pollo posible precio pregunta primavera primera primero principio problema proyecto prueba
  puerta punto página pájaro queso rama ratón regalo regla respuesta rico rojo rápido sal sala
  segundo semana servicio servidor siguiente silla simple sistema sol sopa sucio suma tabla
  tamaño tarde teclado tema texto tienda tipo tomate trabajo tren triste título vaca vacío
  valor variable vaso ventana verano verdadero verde verdura vestido vieja viejo viento vino
  zanahoria zapato árbol última último útil
`;

/** Spanish. */
export const SPANISH_CASE: LetterCase = {
  ordinary: [
    { words: SPANISH_SMALL, endings: [] },
    { words: new Set(PLAIN), endings: endingsFor(['s', 'es'], '') },
  ],
  shapes:
    /\p{L}{2}(?:[cs]i(?:ón|ones)|mente|[aeiou]dades|[it]dad|(?:[aei]r|ando|iendo)(?:me|te|se|nos|l[oae]s?)|iendo|[^aeiou][aei]mos|aron|ieron|ábamos|aban?|ían?|ar(?:á|án|é|emos|ía|ían)|er(?:á|án|é|emos|ía|ían)|ir(?:á|án|é|emos|ía|ían)|izar|ificar|ecer|\p{L}[ai]r|[aeio][cg]er|ender|oner|over|oler|eer|aer|oso|osos|osas|ibles?|ables?|ismos?|istas?|mientos?|ncias?|ieras?|iese|izad[oa]s?|ificad[oa]s?|[ctg]ad[oa]s|[cntr]id[oa]s)$/u,
  names: new Set(words`
    alicante almería andalucía bélgica canarias estefanía garcía lucía maría mejía rentería sofía
    echevarría florencia valencia palencia esperanza concepción asunción encarnación ascensión soledad
    trinidad caridad navidad santander cervantes fuentes melgar salazar escobar alcázar baltasar óscar césar gaspar
    omar pilar madagascar qatar gibraltar zanzíbar aguilar cuéllar villar tovar bolívar vladimir zafir kaiser batista bautista esteban juan asturias rosas casas flores sol paz
    maldonado machado mercado furtado estados unidos
  `),
  nameStarts: new Set(
    words`nuevo nueva san santa buen buena gran puerto río monte sierra villa ciudad real`,
  ),
  alsoNames: new Set(words`sol paz blanca flor mercedes luz`),
  beforeNames: new Set(words`con vi a para por de llama hola gracias querido querida señor señora`),
  letterWords: words`a e o u y`,
  nouns: null,
};
