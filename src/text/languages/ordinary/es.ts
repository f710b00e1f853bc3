import { words } from '../language';
import { endingsFor, type LetterCase, type WordClass } from './ordinary-words';

/** By hand; the endings are measured on the help of LibreOffice (MPL-2.0). */
const SPANISH_SMALL: ReadonlySet<string> = new Set(words`
  a abajo acerca acá además adentro afuera ahora ahí al algo alguien alguna algunas alguno
  algunos algún allá allí alrededor ambas ambos anoche ante antes apenas aquel aquella
  aquellas aquello aquellos aquí arriba así aunque ayer aún bastante bien buen cada casi
  cien cinco con contra cual cuales cualquier cuando cuanto cuatro cuya cuyas cuyo cuyos
  cuál cuándo cuántas cuánto cuántos cómo da dame dan dar de debajo debe deben debo del
  delante demasiado demás dentro desde después detrás di dice dicen diez digo dije dijeron
  dijo dime dio doce donde dos doscientos durante déjame dónde e el ella ellas en encima
  entonces era eran eres es esa esas ese eso esos esta estas este esto estos estoy estuve
  estuvo está están estás excepto falta faltan favor fue fuera fueron fui fuimos gracias
  gran ha haber hace hacen hacer hacia haga hagas han hasta hay haya haz hazlo he hemos hice
  hizo hola hoy hubo incluso ir jamás jueves juntos la las le les lo los luces luego lunes
  luz mal martes mañana me mediante mejor menos mes meses mi mientras mil millones mis
  miércoles muy más nada nadie ni ninguna ningunos ningún no nos nosotras nosotros nuestra
  nuestras nuestro nuestros nueve nunca o ocho once os oye parece pasa pasan peor pero pez
  poder pon pone poner pongas ponla ponlo por porque primer pronto pudo pues puse puso que
  queda quedan quien quienes quiere quieren quiero quinto quizá quizás quién qué sabe saber
  sabes sale salvo se sea seamos sean según seis ser si sido siempre siete sin sino sobra
  sobre somos son soy su sus sé sí sólo tal tales también tampoco tanta tantas tanto tantos
  te temprano ten tener tenga tengo tercer tiene tienen toda todas todo todos tras treinta
  tres tu tus tuve tuvo tú u un unos usted ustedes va vale vamos van varios ve vea veas
  veces veinte vemos ven veo ver vez viene vienen viernes vio vosotros voy voz y ya yo él
`);

/** The words that are frequent in the help of LibreOffice (MPL-2.0), and others that developers say. */
const PLAIN = words`
  absoluta absoluto acceso acto actual acumulativa adicional adyacente agarradera agua
  aleatoria aleatorio alemán alfabético algoritmo almacén alta alternativa alto altura
  amarillo amiga amigo ampliada analizador ancha ancho anchura ancla anclaje anterior
  antigua antiguo anual análisis apartado apertura arco arena argumento arroz ascendente
  asiático aspecto asunto atajo atributo atrás autor avión azul año bandeja barco barra
  bibliográfica biblioteca bidimensional bienvenida binario bit blanco bloque boca bolsa
  booleano borde borrador bosque botones botón brazo bucle buena bueno búsqueda caballo
  cabecera cabeza caché cadena café caja calendario caliente cama camino camisa campo capa
  capítulo caracter cargador carne carpeta carta carácter casa casilla caso causa cebolla
  celda cerca cercano cereza cero chi cielo ciento cifra cifrado ciudad claro clase clave
  cliente coche cocina coeficiente coincida coincidan coincide coinciden color columna
  comando comentario comercial comilla comodines compañera compañero compilador compleja
  complejo complemento componente compuesto condicional conector conexión confianza conjunto
  consola constante contenga contengan contexto contextual contiene contienen continúa
  contorno contrario contraseña contrato controlador coordenadas corchete correo corresponde
  corresponden correspondiente cosa cosecante coseno cota cotangente credencial criterio
  cuadrada cuadrado cuadro cuadrícula cuarto cuchara cuchillo cuello cuerpo culpa cursor
  curva cálculo círculo código dada dado dato deba deban decimal degradado delimitador
  depurador derecha derecho desarrollador desarrollo desmarque destinatario destino
  detallada detalle determina determinada determinado diapositiva diccionario dicho
  diciembre diferente difícil digital dinero directorio diríjase diseño dispone dispositivo
  distingue diálogo diámetro doble duda débil día dígito editor efectivo efecto efectúa eje
  ejemplo electrónico elemento elipse ello embargo emergente emplea empresa encabezado enero
  enlace enlazada enlazado enrutador ensalada entera entero entorno equipo equivale
  equivalente error escala escenario escoja escritura escuela espaciado espaciadora espacio
  español especial especifica especifique específica específico esquema esquina estado
  estadística estilo estructura esté estén etapa etcétera etiqueta euro evento existente
  explorador extraño extremo factura falso faltante familia fax fecha feliz fiesta fija fijo
  fila fin final flecha flor flotante flujo foco fondo formateado formato formulario foto
  fragmento francés frase fresa frontera fruta frío fuego fuente fácil fórmula gato general
  gente gestión gestor grado grande gris grupo gráfico guion hambre hayan hecho hermana
  hermano herramienta hierba hija hijo hilo hiperbólica hiperbólico hiperenlace hipótesis
  historial hoja hombre hora horario hueco huevo icono idea idioma idéntico igual imagen
  imaginaria impresora imágenes independiente indicador individual inferior inglés inicial
  inspector interactiva intereses interfaz interlineado interruptor intervalo interés
  invierno italiano izquierda izquierdo jardín jefa jefe joven lado larga largo lateral
  leche lector lectura lejos lenguaje lento letra leyenda libertad libre libreta libro limón
  lineal lista listado listo llave lluvia logaritmo logarítmica longitud luna lámpara límite
  línea madre mala malo manera mano mantenga mantequilla mantiene manzana mapa mar marcador
  margen matrices matricial matriz mayor mayúscula memoria menor mensaje menú mesa meta
  metadato miedo minuto minúscula misma mismas mismo mismos mitad modelo modo momento moneda
  monetaria montaña motivo motor mucha muchas mucho muchos mujer multimedia mundo máquina
  márgenes máscara método módulo móvil múltiple múltiplo música naranja nariz navegador
  negativo negrita negro nieve nivel niña niño noche nodo novedad nube nueva nuevo numérica
  numérico número objetivo objeto obstante obtiene oficina ojo opcional operador operativo
  oprima oprime oprimida orden origen ortográfica orígenes oscuro otoño otra otras otro
  otros padre palabra pan panel pantalla papel paquete parche parámetro paréntesis pase paso
  pasta pastel patrones patrón país pelea pelo película pequeña pequeño pera perfil periodo
  permanece permiso perro persona período pesado pescado pestaña pie piedra pila pimienta
  plan plantilla plato plazo pobre poca pocas poco pocos podrá podrán pollo polígono
  porcentaje portada portapapeles positivo posterior precio predefinido predeterminada
  predeterminado prefijo primavera primera primero principal principio problema producto
  promedio promesa propiedad proporciona proporcionan proveedor proyecto puente puerta
  puerto puesto pulsando puntero punto página pájaro párrafo píxel queso radianes rama rango
  rastro ratón razón raíz reciente recta rectángulo recurso red redondea redondeado redondeo
  regalo regional regla relativa relativo reloj remitente renglones renglón repositorio
  representa representan requisito respaldo respecto respuesta resulta resultado resultante
  retícula reunión revisor rico riesgo rojo ruta rápido sal sala salida saludo secante
  secundario segmento segunda segundo seleccionando semana seno separador serie servicio
  servidor será serán señal siga sigla significa signo siguiente silla simple sintaxis
  sistema sitio situada situado sitúa sitúe solicitud sombra sonido sopa subdocumento
  subformulario submenú subrayado subrutina subtipo subtotal sucio sumario superior
  superíndice sustitutivo símbolo tabla tabulador tamaño tangente tarea tarjeta tasa tecla
  teclado tema tendrá tengan tercera tercero texto textura tiempo tienda tipo tomate tortuga
  trama través tren triste trozo tráfico término título unión usando usuario utilizando vaca
  vacío valor varianza vaso vaya ventaja ventana verano verdadero verde verdura vertical
  verá vestido vieja viejo viento vino visitante viñeta volumen vídeo vínculo zanahoria
  zapato zona ángulo árbol área índice óvalo última último útil
`;

/** Infinitives; those whose stem changes stand beside with the stem that they change to. */
const VERBS = words`
  abrir acabar acceder aceptar aclarar activar actualizar acuerdar adaptar adelantar
  adjuntar admitir adviertir afectar agregar agrupar ahorrar ajustar alcanzar alinear
  almacenar analizar anotar aparecer aplicar apoyar aprender aprobar apruebar apuntar
  archivar arrancar arrastrar arreglar asegurar asignar asumir atender atiender aumentar
  avanzar avisar ayudar añadir bajar basar bloquear borrar buscar caer calcular callar
  cambiar cancelar capturar cargar cerrar cierrar clasificar clonar colgar colocar combinar
  comentar comenzar comer comienzar compartir compilar completar comportar comprar
  comprender comprimir comprobar compruebar comunicar conectar confiar configurar confirmar
  conocer conseguir conservar consiguir consistir construir construyar consultar contar
  contener contestar continuar controlar convertir conviertir copiar corregir correr
  corrigir cortar costar crear crecer creer cubrir cuelgar cuentar cuestar cuidar cumplir
  defiender definir dejar deletrear demostrar demuestrar depender depurar desactivar
  descargar describir descubrir desear deshacer desplazar desplegar despliegar detectar
  detener devolver devuelver dibujar dividir documentar duermir durar editar ejecutar elegir
  eligir eliminar emitir empezar empiezar empujar enciender encontrar encuentrar ensayar
  entender entiender entrar entregar enumerar enviar envuelver equivocar escapar escribir
  escuchar esperar establecer estudiar evaluar evitar examinar exigir existir explicar
  exponer exportar expresar extender extiender extraer fallar filtrar finalizar firmar
  formar forzar fuerzar funcionar fusionar ganar generar girar grabar guardar gustar hablar
  heredar identificar ignorar imaginar implementar importar imprimir incluir incluyar
  indicar informar iniciar insertar instalar intentar interpretar introducir invertir
  investigar inviertir invitar juegar jugar juntar lanzar leer limitar limpiar llamar llegar
  llenar llevar lograr mandar manejar mantener marcar medir mejorar mencionar mezclar midir
  migrar mirar modificar montar mostrar mover muestrar muever necesitar negar niegar nombrar
  notar notificar obtener ocultar ocupar ocurrir ofrecer olvidar omitir ordenar organizar
  pagar parar partir pedir pegar pensar perder permitir pertenecer pidir piensar pierder
  planear plantear preferir prefierir preguntar preparar presentar presionar prestar probar
  procesar producir programar prometer proponer proteger provocar pruebar publicar pueder
  pulsar quitar realizar recargar rechazar recibir recoger recomendar reconocer recordar
  recorrer recuerdar recuperar redactar reducir reemplazar refactorizar referir refierir
  reflejar registrar regresar reiniciar rellenar renombrar renuevar reparar repetir repitir
  reproducir requerir requierir reservar resolver respetar responder restar restaurar
  resuelver resumir retirar revertir revisar romper sacar saltar seguir seleccionar sentir
  separar sientir siguir simplificar sirvir soler soltar solucionar sonar soportar subir
  sueler sueltar sugerir sugierir sumar suponer suspender sustituir sustituyar tardar
  teclear terminar tirar tocar tomar trabajar traducir traer transformar tratar ubicar unir
  usar utilizar vaciar validar variar verificar viajar visitar vistir vivir volver votar
  vuelver
`;

const ADJECTIVES = words`
  abierto ajeno automático básico común concreto correcto cubierto descrito devuelto
  dinámico directo distinto diverso escrito estático exacto externo impreso incorrecto
  interno inverso inválido lógico muerto máximo mínimo necesario pasado pasivo previo
  privado propio propuesto próximo público raro remoto resuelto roto satisfecho secreto
  seguro sencillo técnico típico vuelto válido único
`;

/** The forms of regular verbs, by their infinitives. */
const FORMS: WordClass['endings'] = [
  ...endingsFor(words`o a as an`, 'ar', 'er', 'ir'),
  ...endingsFor(words`e es en`, 'ar', 'er', 'ir'),
  ...endingsFor(words`é ó aste ad ada adas ado ados aba aban aré ara`, 'ar'),
  ...endingsFor(words`í ió ido ida idos idas ía ían iendo iera`, 'er', 'ir'),
  ...endingsFor(words`que quen qué`, 'car'),
  ...endingsFor(words`gue guen gué`, 'gar'),
  ...endingsFor(words`ce cen cé`, 'zar'),
  ...endingsFor(words`zco zca`, 'cer', 'cir'),
  ...endingsFor(words`ja jan jo`, 'ger', 'gir'),
  ...endingsFor(words`ye yen ya yó yendo`, 'ir', 'er'),
];

/** Spanish. */
export const SPANISH_CASE: LetterCase = {
  ordinary: [
    { words: SPANISH_SMALL, endings: [] },
    { words: new Set(PLAIN), endings: endingsFor(['s', 'es'], '') },
    { words: new Set(VERBS), endings: FORMS },
    { words: new Set(ADJECTIVES), endings: endingsFor(words`a os as`, 'o') },
  ],
  shapes:
    /\p{L}{2}(?:[cs]i(?:ón|ones)|mente|[aeiou]dades|[it]dad|(?:[aei]r|ando|iendo)(?:me|te|se|nos|l[oae]s?)|iendo|[^aeiou][aei]mos|aron|ieron|ábamos|aban?|ían?|ar(?:á|án|é|emos|ía|ían)|er(?:á|án|é|emos|ía|ían)|ir(?:á|án|é|emos|ía|ían)|izar|ificar|ecer|\p{L}[ai]r|[aeio][cg]er|ender|oner|over|oler|eer|aer|oso|osos|osas|ibles?|ables?|ismos?|istas?|mientos?|ncias?|ieras?|iese|izad[oa]s?|ificad[oa]s?|[ctg]ad[oa]s|[cntr]id[oa]s)$/u,
  names: new Set(words`
    marco leo lea lean costa conte montes llamas noto tomas
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
