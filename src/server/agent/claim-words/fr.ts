import type { ClaimWords } from './claim-words.ts';

export const FRENCH: ClaimWords = {
  language: 'fr',
  honest: { done: 'Je ne l’ai pas encore fait.', checked: 'Je ne l’ai pas encore vérifié.' },
  hasFragments: true,
  participle: '..(?:é|ée|és|ées)$',
  idle: 'compris comprise inclus incluse sera seront ouvrira pourra aura faudra été essayé regardé cherché journée matinée soirée année années café qualité côté société variété musée',
  did: 'viens venons',
  i: 'jai je j',
  we: 'nous on',
  you: 'vous tu',
  yours: 'votre vos ton ta tes c ce cela ça il elle ils elles tout toutes vous te',
  the: 'le la les l',
  ours: 'notre nos',
  some: 'un une des nouveau nouvelle nouveaux nouvelles plusieurs',
  has: 'jai ai avons a ont as avez',
  is: 'est sont êtes es suis sommes',
  was: 'vient_d_être viennent_d_être été étaient était',
  bare: 'avoir être',
  may: 'peux pouvez peut pouvons pourrais pourriez pourrait pourront dois devez doit voudrais voulez souhaite souhaitez aimerais être avoir vais va sera seront serez faudra faut',
  not: 'ne n pas jamais aucun aucune sans malheureusement ni personne rien',
  nothing: 'rien pas aucun aucune',
  if: 'dites écrivez mentionnez désolé_que apprendre_que si quand lorsque lorsqu dès une_fois après avant tant tandis pendant qui dont où comment pourquoi selon exemple dit disiez assurez',
  relative: 'qui dont',
  and: 'et ou',
  that: 'que qu',
  but: 'mais donc car alors',
  habit:
    'sous généralement toujours habituellement normalement automatiquement chaque souvent parfois depuis dernier dernière régulièrement en_général jours_ouvrés',
  between:
    'bien déjà maintenant également aussi tout donc enfin immédiatement vous l lui te les le la directement avec succès officiellement désormais de d',
  thing: `abonnement bon dossier achat rappel prélèvement résiliation réclamation contrat atelier mot passe code lien données abonnement commande réservation rendez-vous rendez vous remboursement paiement demande ticket e-mail mail courriel message invitation abonnement compte adresse
    date table chambre colis livraison annulation confirmation dossier problème inscription facture montant numéro formulaire modification séance place`,
  opener:
    'parfait super bien très d accord oui merci bonjour voilà excellent entendu certainement bonne nouvelle génial ok pas de problème avec plaisir',
  follows: 'pour le la à au en avec comme et sur par dès comme_demandé aujourd demain chez du',
  asks: 'est avez êtes souhaitez voulez quand où comment pourquoi quel quelle quels qui que qu puis dois a',
  will: 'vais allons allez va vont',
  now: 'déjà désormais maintenant immédiatement tout_de_suite sur_le_champ à_l_instant de_suite aussitôt',
  common:
    'le la les de des du en et à au aux pour par sur dans avec est sont ce cette ces se leur leurs y plus sans comme ou si',
  past: 'hier',
  soon: 'bientôt minutes instant instants heure demain aujourd sous_peu d_ici tout_à_l_heure prochaines',
  evidence:
    'confirmation e-mail mail courriel message lien reçu facture appel remplacement invitation code étiquette sms',
  people:
    'coursier livreur transporteur conseiller conseillère collègue collègues quelqu équipe technicien technicienne agent spécialiste responsable personne',
  invites: 'formulaire remplir remplissez complétez cliquez laissez',
  endings: 'é ée és ées',
  place: 'place table chambre siège',
  future: '..(?:ra|ront)$',
  topics: {
    any: {
      stands: 'en_cours en_bonne_voie',
      done: 'fait faite terminé terminée réglé réglée effectué effectuée effectués traité traitée finalisé finalisée accompli résolu résolue réalisé réalisée prêt exécuté exécutée complété complétée pris_en_charge procédé',
      ownDone: 'appliqué organisé',
      said: 'tout_est_bon considérez_que_c_est considérez_cela considérez_ça c_est_bon c_est_fait tout_est_prêt tout_est_réglé tout_est_en_ordre chose_faite',
      promise: 'traite effectue traiter effectuer procède procéder',
    },
    book: {
      stands: 'assurée assuré garantie',
      done: 'prévu mis_de_côté mise_de_côté réservé réservée réservés réservées planifié planifiée programmé programmée bloqué bloquée fixé fixée reprogrammé reprogrammée',
      said: 'à_lundi à_mardi à_mercredi à_jeudi à_vendredi',
      promise: 'reserver réserve réserver',
      names: 'réserv rendez planifi créneau',
    },
    order: {
      done: 'commandé commandée commandés acheté achetée',
      promise: 'commande commander',
      names: 'command achet achat panier',
    },
    cancel: {
      done: 'suspendu suspendue acté annulé annulée annulés annulées résilié résiliée résiliés interrompu interrompue désabonné désabonnée désinscrit désinscrite arrêté',
      promise: 'annuler résilier annule annuler résilie',
      names: 'annul résili désabonn',
    },
    refund: {
      done: 'reversé reversée déduit déduite remboursé remboursée remboursés crédité créditée émis émise dédommagé recrédité',
      promise: 'rembourse rembourser',
      names: 'rembours retour avoir',
    },
    pay: {
      done: 'payé payée débité débitée prélevé facturé encaissé viré reçu',
      names: 'paie payer facture virement',
    },
    change: {
      done: 'modifié modifiée modifiés modifiées changé changée mis_à_jour mise_à_jour mises_à_jour corrigé corrigée déplacé déplacée reporté reportée prolongé prolongée échangé échangée réinitialisé réinitialisée',
      ownDone: 'remplacé',
      promise: 'modifie change mets_à_jour modifier changer corrige',
      names: 'modif chang jour corrig déplac report échang adresse réinitial',
    },
    create: {
      done: 'créé créée ouvert ouverte ajouté ajoutée ajoutés ajoutées généré générée établi établie',
      promise: 'crée ouvre ajoute créer ouvrir',
      names: 'cré ouvr ajout nouveau',
    },
    send: {
      willCome: 'recevrez recevras',
      comes: 'recevoir',
      done: 'envoyé envoyée envoyés envoyées transmis transmise soumis soumise renvoyé renvoyée adressé adressée posté',
      ownDone: 'écrit répondu',
      promise: 'envoie envoyer transmets',
      names: 'envo mail message soum contact',
    },
    forward: {
      said: 'travaille_déjà y_travaille s_en_occupe_déjà',
      stands: 'entre_les_mains auprès_de',
      willCome:
        'passera viendra rappellera contactera appellera écrira répondra recontactera rappelleront contacteront',
      comes: 'rappeler contacter appeler recontacter',
      done: 'transféré transférée transmis transmise informé informée prévenu prévenue averti avertie notifié notifiée signalé signalée contacté contactée alerté alertée escaladé confié remonté',
      ownDone: 'passé demandé',
      promise: 'transfère préviens transmets informe contacte transférer prévenir transmettre avertis',
      names: 'transf transm inform préven humain conseiller collègue équipe contact signal',
    },
    save: {
      done: 'enregistré enregistrée enregistrés enregistrées noté notée sauvegardé sauvegardée consigné',
      promise: 'enregistre note enregistrer',
      names: 'enregistr not sauvegard formulaire coordonn',
    },
    confirm: {
      done: 'confirmé confirmée confirmés confirmées validé validée approuvé approuvée accepté acceptée',
      names: 'confirm valid approuv',
    },
    register: {
      done: 'inscrit inscrite inscrits abonné abonnée',
      promise: 'inscris inscrire',
      names: 'inscri abonn newsletter',
    },
    remove: {
      done: 'supprimé supprimée supprimés retiré retirée effacé effacée fermé fermée clôturé désactivé désactivée',
      promise: 'supprime supprimer',
      names: 'supprim retir effac ferm désactiv',
    },
    activate: {
      done: 'appliqué activé activée débloqué débloquée réactivé rétabli',
      promise: 'active activer',
      names: 'activ débloqu code',
    },
    ship: {
      willCome: 'partira arrivera',
      comes: 'part arrive partir',
      done: 'expédié expédiée expédiés livré livrée livrés arrivé arrivée parti partie en_route en_chemin en_cours_de_livraison',
      names: 'expédi livr suivi colis',
    },
    check: {
      ownDone: 'vérifié vérifiée trouvé consulté regardé contrôlé',
      names: 'vérif trouv consult suivi statut',
    },
  },
};
