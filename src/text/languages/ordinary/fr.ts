import { words } from '../language';
import { endingsFor, type LetterCase, type WordClass } from './ordinary-words';

/** By hand; the endings are measured on the help of LibreOffice (MPL-2.0). */
const FRENCH_SMALL: ReadonlySet<string> = new Set(words`
  a accès afin ai aie aient aille ainsi ait alors appartient après as assez atteint atteinte
  attend au aucun aucune aujourd'hui auprès aura aurai aurait auront aussi aussitôt autant
  autour aux avais avait avant avec avez avons ayez bas battre beau beaucoup bien bientôt
  bonjour car cas ce ceci cela cent cependant certes ces cet cette chaque chez choix ci cinq
  cinquième combien comme comprend compris conduit connais connaît connu connue construit
  contient contre convient corps couvert couvre craint croit croyez cuit dans davantage de
  dehors demain depuis derrière des dessous dessus deux deuxième devant devez devons devrais
  devrait dit dite dites dix dois doit doivent donc dont douze du durant dus dès décrit
  décrite déduit déjà détruit dû elle elles en encore enfin ensuite entend environ es est
  est-ce et eu eus eut eux fait faite faites faits fallait fallu fasse fassent faudra
  faudrait faut fois furent fut gros hier hors huit hélas ici il ils inscrit inscrite
  intervient introduit jamais je joint jointe jusque la laquelle le lequel les lesquels leur
  leurs lisez loin longtemps lors lorsque lu lue lues lui lus là ma maintenant maintient
  mais me merci mes met mets mille mis moi mois mon ne neuf ni non nos notre nous nouveau
  nul obtient offert offre on ont onze ou oui outre ouvre ouvres où par parais paraît parce
  parfois parmi part partout paru pas peint pendant permet permets permis peu peut peuvent
  peux pire plaît plus plutôt pour pourquoi pourrais pourrait pourtant pouvait pouvons prend
  prenez prenne presque pris prise prises procès produit produite promet promis provient
  près pu puis puisque puisse quand quant quatre quatrième que quel quelle quelqu'un quelque
  quelquefois quelques quels qui quoi rejoint rend retient reviens reçois reçoit reçoivent
  reçu rien réduit réduite résolu résolue résout sa sais sait sans sauf savez savons se
  selon sept sera serais serait seras serez seront ses si sinon six soi soit son sont sort
  sous soutient soyez soyons su succès suis suit suivi suivie sur surtout ta tandis tant
  tantôt tard te tel telle telles tels temps tes tiens toi ton toujours tous tout toute
  toutefois toutes traduit trois troisième trop très tu tôt un va vais valu vas vers veut
  veux vienne viennent viens vient vingt vis vit vite voici voilà voire voix vont votre
  voudrais voudrait voulu voulue voyez voyons vu vus vécu y yeux à ça écrire écris écrit
  écrite écrits écrivez étais était éteint étions êtes être
`);

/** The words that are frequent in the help of LibreOffice (MPL-2.0), and others that developers say. */
const PLAIN = words`
  absolue actif actuel actuelle adresse affichant algorithme allemand alphabétique ami
  analyseur ancien ancienne anglais annuel apparaît apparaîtra apparaître appareil appel
  appliquant appuyant arbre argent arithmétique arrière arrondi arrondit article asiatique
  assiette astuce atelier attribut au-dessous au-dessus auquel auteur automatique automne
  autre avantage avion avis ayant balise banque barre basculer basse bateau belle besoin
  beurre biais bibliographie bibliographique bibliothèque binaire blanc blanche bleu bloc
  bogue bon bonne bord bordure bouche boucle bouton boîte branche bras brouillon bug bureau
  cache cadeau cadre calcul calendrier canal capture caractère carnet carotte carte casse
  catégorie caviardage celle celle-ci celles-ci cellule celui celui-ci cercle cerise certain
  certificat ceux ceux-ci chacun chaise champ chance chapitre chat chaud chaussure chaîne
  chemin chemise cheval cheveu chien chiffre chinois chose chronologie ci-dessous ci-dessus
  cible ciel citron clair classeur clavier clic client cliquant coche cochez code coin
  collage collègue colonne combinaison commentaire commençant commun comparaison compilateur
  complet complexe complémentaires comportant comporte composant comprise comptage comptant
  compteur concernant concurrence conditionnel confiance conflit connecteur connexion
  console constituent conséquence conséquent contenant conteneur content contexte contextuel
  contiennent contraire contrat correcte correctif correspond correspondance correspondant
  cosinus cote couche couleur coupure courbe courbure courriel court couteau couverture
  critère crochet cuillère cuisine curseur date dernier dernière dessin destinataire dette
  devient devrez diagramme dialogue diamètre diaporama dictionnaire difficile différence
  disque distant divers domaine dossier double droit duquel dur dynamique débogueur début
  décalage décimal décochez défaut défiler délai démarrage dénominateur départ dépend
  dépendance déposez dépôt désaccord détail détermine eau effet en-dessous en-tête endroit
  enfant ennui ensemble entier entière erreur espace espagnol essai exacte exemple existant
  exposant externe extrait face facile facteur facture facultatif faim faisant famille
  fausse faux façon femme fenêtre fermeture feu feuille fichier figurant fil filigrane fille
  film filtrage fin finale fleur flottant flux flèche format formatage formulaire formule
  fort forêt fournisseur fraise français frappe froid fromage frère fréquence fête gain
  garçon gauche genre gens gestionnaire grammaire grand graphique gras grille gris groupe
  guillemet gâteau hasard haut hauteur herbe heure historique hiver hiérarchie hiérarchique
  homme horaire horizontale hyperbolique hyperlien hypertexte icône identique image
  imaginaire impaire incident incluant incluse inclut incorrecte index indiquant individuel
  inférieur initiale instance insère interface interne interrupteur intervalle intérêt
  italien italique japonais jardin jaune jeton jeu jeune jour journal lait lampe langage
  langue large largeur latéral lecteur lecture lent lettre liaison libre lien lieu ligne
  linguistique linéaire lissage lit logarithme logarithmique logiciel logique lointain long
  longueur lourd lui-même lumière lundi lune légende légume machine magasin main maison
  majuscule manière manuelle marge matin matières matrice mauvais maximal maître maîtresse
  menu mer message milieu milliers minimale minuscule minute mise mises modificateur module
  modèle monde monnaie montagne montant monétaire morceau mot moteur motif moyen moyenne
  multiple musique mère média méthode métier même navigateur neige nez niveau noir nom
  nombre normale nouvel nouvelle nuage nuit nulle numérique numéro nécessaire nécessite
  négatif nœud objectif objet oblique octet oeuf oignon oiseau ombre omis onglet optimale
  opérateur orange ordinateur ordre orthographique outil ouvert ouverte ouverture page pain
  paire panneau papier paquet paragraphe paramètre paramétrage parenthèse particulier
  passage pause pauvre pays permettant perte petit peur phase photo phrase pied pierre pile
  pilote piste pièce plage plan plantage plateforme plein pluie plupart point point-virgule
  pointeur poire poisson poivre police politique polygone pomme port positif poulet
  pourcentage pourrez pouvant pouvez premier première prennent presse-papiers primaire
  principal printemps prix problème processus prochain proche procédure professionnelle
  profil projet promesse propos propre prospectus protocole provenant précédent prédéfini
  préfixe préférence présence présent prêt publique puce puissance pull pâte père période
  quelconque raccourci raison rang rapide rapport rayon reconnaît reconnue rectangulaire
  regard registre relatif relâchez rendez-vous représentant repère repérage requis requête
  ressource retard retour retrait revanche riche risque riz robe rouge route rubrique rue
  réelle réfère référence référentielle région régulière répertorie réponse réseau résultant
  résultat résulte réunion rôle sable sac saisi saisir salade sale salle saut schéma script
  scénario secondaire seconde secret secteur sein sel semaine sens sert serveur service
  seuil seul signal signifie similaire simple sinus site soient soir soleil solveur sombre
  somme sorte souci soulignage soupe source souris sous-formulaire sous-menu sous-routine
  sous-total sous-type soutien souvent spécial spécifiant spécifique statut stratégie
  structure style substituant sucre suffit suite suivant sujet supplémentaire support
  supérieur surbrillance surface symbole synonyme syntaxe système sélectionnant
  sélectionnez-la séparateur séquence série sérielle table tableau taille tampon taquet taux
  tenant tendance terme terminal terminant test texte thème tiret titre tomate tortue totale
  tour trace trafic trait tranche transmis transparence travail travers tri triste trouvant
  type tâche téléphone tête une utile utilisant utilisateur vache vague valeur vent verre
  verrez vert verticale veuillez via viande vieille ville vin virgule vitesse voiture volet
  voulez vrai vue vues vélo week-end zone zéro échantillon échec échéant école écran
  écriture éditeur égal équipe étant étape étendre étendu étiquette étrange évidence œil œuf
`;

/** Infinitives; those whose stem changes stand beside with the stem that they change to. */
const VERBS = words`
  abandonner accepter accorder accèder accéder acheter achèter activer actualiser adapter
  admettre adopter affecter afficher agir aider aimer ajouter ajuster aligner aller allumer
  améliorer analyser annoncer annuler appartenir appeler appeller appliquer apporter
  apprendre approuver appuyer archiver arranger arriver arrêter assigner assurer attacher
  atteindre attendre attirer attribuer augmenter avancer avertir baisser baser bloquer boire
  bouger calculer causer changer charger chercher choisir citer classer cliquer cloner
  coller combiner commander commencer commenter comparer compiler complèter compléter
  composer comprendre compresser compter concerner conduire configurer confirmer connaître
  connecter conseiller conserver considèrer considérer consister construire consulter
  contenir continuer contrôler convenir convertir copier correspondre corriger couper courir
  couvrir coûter craindre crier croire croiser créer cumuler cèder célèbrer danser demander
  descendre dessiner devenir deviner devoir diffèrer différer dire discuter diviser
  documenter donner dormir douter durer débloquer débuter décider déclarer découvrir décrire
  définir dégager démarrer démontrer dépasser dépendre dépenser déplacer déployer désactiver
  désigner détecter détruire développer effacer effectuer employer empêcher enlever enlèver
  enregistrer entendre entrer envoyer espèrer essayer estimer examiner exclure exiger
  exister expliquer exporter exprimer extraire exécuter fabriquer faciliter faire fermer
  figurer filtrer finir fixer fonctionner forcer former fournir franchir fusionner gagner
  garder glisser guider gèrer génèrer générer gérer habiter hériter identifier ignorer
  imaginer implémenter importer imprimer inclure indiquer informer initialiser insister
  installer insérer interpréter interroger introduire intègrer inverser inviter jeter jetter
  joindre jouer juger laisser lancer laver lever libèrer libérer limiter lire lister livrer
  loger lèver maintenir manger manipuler manquer marcher marquer masquer mener mentionner
  mesurer mettre modifier monter montrer mourir mèner nettoyer nommer noter notifier
  négliger obtenir occuper offrir omettre opposer opèrer ordonner organiser oublier ouvrir
  parler partager participer partir passer payer penser perdre permettre placer plaire
  porter poser possèder posséder pousser pouvoir prendre procéder produire profiter
  programmer projetter promettre proposer protéger provoquer préciser préfèrer préférer
  préparer présenter prévoir publier quitter raconter ramener rappeler rappeller rassembler
  rater recevoir rechercher recommander reconnaître redémarrer refaire refuser regarder
  regrouper rejeter rejetter rejoindre relancer relever relier relire remarquer remercier
  remettre remonter remplacer remplir rencontrer rendre renommer renoncer renvoyer reporter
  reposer reprendre reproduire représenter respecter rester retenir retirer retomber
  retourner retrouver revenir revoir rompre règler récupèrer récupérer réduire réessayer
  réparer répondre répèter répéter réserver résoudre résumer réunir réussir réveiller sauter
  sauvegarder sauver savoir sembler sentir serrer servir signaler signer simplifier sortir
  souhaiter soulever souligner soutenir spécifier stocker suffire suggèrer suggérer suivre
  supporter supposer supprimer surveiller suspendre sélectionner séparer taper tarder tenir
  tenter terminer tester tirer tomber toucher tourner traduire traiter transformer
  transférer transmettre travailler traverser trouver tuer unir utiliser valider valoir
  varier vendre venir verser vider viser visiter vivre voir voler vouloir voyager vérifier
  éditer élargir élever éliminer établir éteindre évaluer éviter évoluer
`;

/** The forms of regular verbs, by their infinitives. */
const FORMS: WordClass['endings'] = [
  ...endingsFor(words`e es ons ez ent ait ais era`, 'er'),
  ...endingsFor(words`ie ies ient`, 'yer'),
  ...endingsFor(words`is it i ie ies`, 'ir'),
  ...endingsFor(words`s ons ez ent u ue us ues`, 're', 'ir'),
];

/** French. */
export const FRENCH_CASE: LetterCase = {
  ordinary: [
    { words: FRENCH_SMALL, endings: [] },
    { words: new Set(PLAIN), endings: endingsFor(['s', 'x', 'e', 'es'], '') },
    { words: new Set(VERBS), endings: FORMS },
  ],
  shapes:
    /\p{L}{2}(?:[ts]ions?|(?<!cl[eé])ments?|ités?|[ai]bles?|ismes?|iques|[ai]nt?s|aient|er(?:ait|aient|ont|a|ai|ons|ez)|ir(?:ait|ont|a)|iss(?:ait|ent|ant|ons|ez)|[cgslmnrt]ons|iez|ées?|és?|is(?:er|ée?s?|ent)|ifi(?:er|ée?s?|ent)|quer|cher|ger|ller|rer|ter|ser|der|ner|mer|per|yer|uer|fier|cier|plier|oir|eux|euses?|ives?|ifs|eurs|ages|ures|oires?|elles|ales|aux|antes?|entes?)$|^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’].*$/u,
  names: new Set(words`
    aida marques garda donna guida serra vida mena
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
