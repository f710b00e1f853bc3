import { words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in French that a mark is spoken about. */
export const FRENCH_MENTION: MentionWords = {
  leadIns: words`
    mais d' l' dont lors via selon malgré durant pendant délimiteur séparateur un une le la les
    des du de au aux ce cet cette ces chaque autre mon ton son ma ta sa mes tes ses notre votre
    leur leurs nos vos aucun aucune quelque quelques plusieurs avec sans en dans sur sous pour à
    vers entre par et ou ni si que comme quand sauf excepté jusqu'au jusqu'à caractère opérateur
    symbole touche icône bouton
  `,
  stranded: [],
  particles: words`avant après signe deux trois`,
  copulas: words`est sont était être soit`,
  demonstratives: words`tout toute tous toutes`,
  ordinals: words`
    dernier* dernière* premier* première* second* deuxième final* suivant* précédent*
  `,
  describing: words`
    petit* grand* gros* bon* mauvais* simple* double* triple* nouvel* véritable* vrai* unique*
    seul* même* éventuel*
  `,
  editing: words`
    désigne* représente* interprète* voyez ajoute* ajouter insère* insérer supprime* supprimer
    retire* retirer enlève* enlever met mettre mets mettez écrire écris utilise* utiliser
    emploie* contient contenir contenant inclu* remplace* remplacer ignore* accepte* autorise*
    imprime* affiche* produi* génère* générer sépar* délimit* exige* nécessit* trouv* conserve*
    converti* tape* tapez manqu* oublie*
  `,
  imperatives: words`
    appuyez appuie sépare séparez corrige corrigez évite évitez change changez cherche cherchez
    teste testez déplace déplacez
  `,
  infinitives: [],
  verbAdverbs: words`aussi seulement`,
  clauseStarts: words`où alors donc car mais ici`,
  leadOuts: words`
    séparé* délimité* manquant* attendu* inattendu* superflu* supplémentaire* final finale
    facultati* optionnel* comme-séparateur* inversé* insérée* droit droits obligatoire*
    invalide* en-double en-trop pas-permis
  `,
  predicates: words`
    désigne représente ou est sont était sera n'est ne-doit doit doivent peut peuvent a-été
    indique sépare marque termine manque à-la-fin en-fin attendu attendue requis requise
    de-chaîne
  `,
  continuing: words`en dans entre avant après qui que du`,
  companions: words`
    tab tabs retour-chariot saut-de-page saut-de-ligne espace espaces tabulation tabulations
    lettres chiffres retour virgules tirets
  `,
  joints: words`et ou ni`,
  asking: words`
    que qu'est-ce qui quoi quel* quelle* où quand pourquoi comment combien est est-ce es êtes
    sont as a avez avons peut peux pouvez pouvons puis-je dois doit faut veux voulez
  `,
  adjectivesFollow: true,
  dropsSubjects: false,
};
