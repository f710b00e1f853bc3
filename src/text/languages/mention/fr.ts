import { variants, words } from '../language';
import type { MentionWords } from './mention-words';

/** By what it is told in French that a mark is spoken about. */
export const FRENCH_MENTION: MentionWords = {
  leadIns: words`
    on je
    comment-taper comment-écrire comment-mettre comment-écrit-on
    mais d' l' dont lors via selon malgré durant pendant délimiteur séparateur un une le la les
    des du de au aux ce cet cette ces chaque autre mon ton son ma ta sa mes tes ses notre votre
    leur leurs nos vos aucun aucune quelque quelques plusieurs avec sans en dans sur sous pour à
    vers entre par et ou ni si que comme quand sauf excepté jusqu'au jusqu'à caractère opérateur
    symbole touche icône bouton jeton jetons token tokens signes nommé appelé puisque lorsque
    mais-pas et-pas y-a-pas
  `,
  stranded: [],
  particles: words`
    avant après signe deux trois même derrière devant contre parmi chez dès depuis hors outre
    près-de
  `,
  copulas: words`est sont était être soit`,
  demonstratives: words`tout toute tous toutes y-a`,
  ordinals: words`
    dernier* dernière* premier* première* second* deuxième final* suivant* précédent*
  `,
  describing: words`
    pas
    petit* grand* gros* bon bons bonne bonnes mauvais* simple* double* triple* nouvel* véritable*
    unique* seul* même* éventuel* vrai vraie vrais vraies
  `,
  idioms: [],
  attributive: [],
  fronting: words`en dans sous`,
  clitics: words`le la les me te nous vous l'`,
  editing: [
    ...words`
    n'écrit on-écrit il-écrit n'a-pas suit on-appelle l'appelle
    désigne* représente* interprète* voyez met mets écrire écris contient contenir contenant inclu*
    produi* génère* converti* renvoie* renvoyer renvoyez attend porte portent porter interdit
    interdire préfère* devient deviennent prend prennent obtient obtenir lit-un écrivent finit-par
    finissent-par commence-par reçoit reçoivent lit lisent rencontre* reconnaît reconnaissent
    avale* saute* traite-t-il traite-t-elle accepte-t-il lit-il ignore-t-il compte-t-il gère*
    comprend comprennent termine-par finit-en se-termine-par coupe-sur coupe-à laisse laisser
    laissez laissent émet émets émettre émettez émettent ajout~ insér~ supprim~ retir~ enlev~
    effac~ utilis~ emploi~ remplac~ ignor~ accept~ autoris~ imprim~ affich~ génér~ sépar~ délimit~
    nécessit~ trouv~ conserv~ tap~ manqu~ oubli~ trait~ compt~ échapp~ préfér~ cherch~ plac~
    mentionn~ rejet~ rejett~ refus~ confond~ attend~ permett~ interdis~ produis~ décriv~ gard~
    mett~ exig~ insère* enlève* permet interdit décrit s'appelle s'appellent voulais-dire voulait-dire
    veux-dire quand-je-dis si-je-dis quand-tu-dis si-tu-dis quand-on-dit
  `,
    ...variants('le|la|notre|votre|ton|mon * voit|lit|trouve|veut|attend|écrit|met|produit'),
  ],
  endings: '(?:e[sz]?|ent|er|ons|ant|e?ai[st]|e?aient|re|i[rst])',
  determiners: [],
  subjects: [],
  toldVerbs: words`vu écrit dit mis lu reçu pris voulu entendu interdit produit`,
  toldEndings: '[éu]',
  perfects: words`ai as a avons avez ont avait avaient`,
  relatives: words`ce-que ce-qu'* comme que-j'ai que-tu-as qu'on-a qu'il-a que-nous-avons`,
  imperatives: words`
    appuyez appuie sépare séparez corrige corrigez évite évitez change changez cherche cherchez
    teste testez déplace déplacez échappe échappez traite traitez compte comptez
  `,
  infinitives: [],
  verbAdverbs: words`aussi seulement toujours jamais pas plus`,
  auxiliaries: [],
  clauseStarts: words`
    où alors donc car mais ici que si quand lorsque pourquoi comment
  `,
  stopNoun: null,
  leadOuts: words`
    séparé* délimité* manquant* attendu* inattendu* superflu* supplémentaire* final finale
    facultati* optionnel* comme-séparateur* inversé* insérée* droit droits obligatoire*
    invalide* en-double en-trop pas-permis de-trop en-moins obligatoires littéral* inattendue
    au-lieu du de-la de-l'
  `,
  lastAdverbs: words`*ment deux-fois`,
  predicates: words`
    trompe casse échoue échouent clôt exige demande inverse perturbe crée
    désigne représente ou est sont était sera n'est ne-doit doit doivent peut peuvent a-été indique
    sépare marque termine manque à-la-fin en-fin attendu attendue requis requise de-chaîne prend
    commence compte comptent finit ouvre ferme se s'* signifie équivaut correspond sert va vaut
    introduit apparaît remet prennent ouvrent en-*-est en-*-se en-*-s'* vient viennent arrive
    arrivent suit suivent précède figure reste restent ferment marquent signifient indiquent
    séparent fonctionne est-il sont-ils
  `,
  continuing: words`en dans entre avant après qui que du`,
  followers: words`
    en dans avec sans pour comme par si s'il quand lorsque où et ou entre avant après sur
  `,
  companions: words`
    tab tabs retour-chariot saut-de-page saut-de-ligne espace espaces tabulation tabulations
    lettres chiffres retour virgules tirets
  `,
  joints: words`et ou ni pas`,
  sequels: words`puis ensuite et-puis`,
  asking: words`
    que qu'est-ce qui quoi quel* quelle* où quand pourquoi comment combien est est-ce es êtes sont
    as a avez avons peut peux pouvez pouvons puis-je dois doit faut veux voulez
  `,
  adjectivesFollow: true,
  dropsSubjects: false,
};
