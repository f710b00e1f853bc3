import { words } from '../language';
import { endingsFor, type LetterCase } from './ordinary-words';

/** By hand, as are all words here; the endings are measured on the help of LibreOffice (MPL-2.0). */
const FRENCH_SMALL: ReadonlySet<string> = new Set(words`
  a accès afin ai ainsi alors animaux après as assez attend attendre au aucun aucune
  aujourd'hui auprès aura aurait aussi autant autour autre aux avait avant avec avez avoir
  avons bas battre beau beaucoup beaux bien bientôt boire bonjour car cas ce ceci cela cent
  cependant certains ces cet cette chaque chevaux chez choix ci cinq combien comme comment
  connaître construit contre corps croire d'abord dans davantage de dehors demain depuis
  derrière des dessous dessus deux devant dire dit dix dois doit donc dont douze du durant dès
  déjà détruit dû elle elles en encore enfin ensuite entend entre environ es est est-ce et eu
  eux faire fait faits faut feux finit fois gros heureux hier hors huit ici il ils jamais je
  jeux journaux jusque la laquelle le lequel les lesquels leur leurs lieux lire lit loin
  longtemps lors lorsque lu lui là ma maintenant mais malgré me merci mes met mettre mieux
  mille mis moi moins mois mon même ne neuf ni non nos notre nous nouveau nouveaux nul offre
  on ont onze ou oui outre ouvert ouvre ouvrir où par parce parfois parmi part partout pas
  pendant perdre permet peu peut peuvent peux pire plus plusieurs plutôt pour pourquoi
  pourrait pourtant pouvait prend prendre presque pris prix procès produit promet près pu puis
  puisque quand quant quatre que quel quelle quelles quelqu'un quelque quelquefois quelques
  quels qui quoi rend rendre reçu rien répondre sa sait sans sauf se selon sept sera serait
  ses seulement si sinon six soi soit sommes son sont sort sous su succès suis suit suivre sur
  surtout ta tandis tant tard te tel telle telles tels temps tes toi ton toujours tous tout
  toute toutes travaux trente trois trop très tu tôt un une va vais vas vendre venu vers veut
  veux viennent vient vingt vite vivre voici voilà voit voix vont vos votre vous vraiment vu y
  yeux à ça écrire écrit étaient était été êtes être
`);

const PLAIN = words`
  allemand ami ancien ancienne anglais année arbre argent assiette automne avion base basse
  bateau belle besoin beurre blanc blanche bleu bogue bois bon bonne bouche boucle bouton
  boîte branche bras bureau cadeau café carotte cause cerise certain chaise champ chat chaud
  chaussure chaîne chemise cheval cheveu chien chiffre chose ciel citron clair classe clavier
  client clé code complet complète compte content copie court couteau cuillère cuisine côté
  dernier dernière difficile donnée dossier double début eau effet enfant entier entière
  erreur espagnol exemple facile faible faim famille fausse faux femme fenêtre feu fichier
  fille film fin fleur forme fort forêt fraise français froid fromage frère fête garçon genre
  gens grand gris groupe gâteau haut herbe heure hiver homme idée italien jardin jaune jeune
  jour lait lampe large lent lettre libre lien lieu ligne liste lit livre lointain long lourd
  lune léger légume magasin main maison marché matin mauvais mer minute moment monde monnaie
  montagne mot musique mère méthode neige nez noir nom nombre note nouvelle nuit objet oeuf
  oignon oiseau orange page pain pauvre pays petit peur photo phrase pied pierre place plan
  plein pluie point poire poisson poivre pomme porte possible poulet premier première
  printemps prix problème proche projet propre précédent prêt pâte père question raison rapide
  riche riz robe rouge route rue règle réponse sable sac salade sale salle seconde sel semaine
  serveur service seul simple soir soleil sombre somme sorte soupe souris sucre suite suivant
  sujet système table tableau taille test texte thé titre tomate travail triste type tête
  utile vache valeur variable vent verre vert viande vide vieille vieux ville vin voiture vrai
  vélo école écran égal étrange été œil œuf
`;

/** French. */
export const FRENCH_CASE: LetterCase = {
  ordinary: [
    { words: FRENCH_SMALL, endings: [] },
    { words: new Set(PLAIN), endings: endingsFor(['s', 'x', 'e', 'es'], '') },
  ],
  shapes:
    /\p{L}{2}(?:[ts]ions?|(?<!cl[eé])ments?|ités?|[ai]bles?|ismes?|iques|[ai]nt?s|aient|er(?:ait|aient|ont|a|ai|ons|ez)|ir(?:ait|ont|a)|iss(?:ait|ent|ant|ons|ez)|[cgslmnrt]ons|iez|ées?|és?|is(?:er|ée?s?|ent)|ifi(?:er|ée?s?|ent)|quer|cher|ger|ller|rer|ter|ser|der|ner|mer|per|yer|uer|fier|cier|plier|oir|eux|euses?|ives?|ifs|eurs|ages|ures|oires?|elles|ales|aux|antes?|entes?)$|^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’].*$/u,
  names: new Set(words`
    andré andrée rené renée josé zoé chloé noé barnabé hervé honoré désiré dieudonné aimé aimée amédée
    clément clémence roger xavier olivier didier gautier gauthier esther werner peter alexander walter
    berger boyer royer müller muller fournier mercier poirier garnier meunier carpentier charpentier
    chevalier lemercier tessier rogier meyer mayer becker weber wagner fischer schneider alger quimper
    montpellier poitiers béziers angers nantes valence tours maldives seychelles belgique afrique mexique
    martinique angélique dominique monique véronique frédérique bruxelles bordeaux calais rochelle
    isabelle armelle joëlle gaëlle estelle corée guinée asie érythrée claire laure dorothée timothée
    salomé orléans niger gaspard aglaé danaé daphné cloé elysée élysée josée cléophée pompée galilée judée tannée orphée eugène quentin martin valentin constant constante florent florente laurent vincent
    versailles brel bretons saxons soissons mons lyon lyons londres
  `),
  nameStarts: new Set(
    words`saint sainte grand grande nouvelle petit bon port mont haut basse bas pont`,
  ),
  alsoNames: new Set(words`claire rose pierre fleur victoire`),
  beforeNames: new Set(
    words`avec vu vois rencontré demandé dit par chez pour de à et bonjour merci cher chère`,
  ),
  // Those before an apostrophe, too: "l'arbre".
  letterWords: words`a à y ô c d j l m n s t`,
  nouns: null,
};
