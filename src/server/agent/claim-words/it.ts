import type { ClaimWords } from './claim-words.ts';

export const ITALIAN: ClaimWords = {
  language: 'it',
  honest: { done: 'Non l’ho ancora fatto.', checked: 'Non l’ho ancora verificato.' },
  hasFragments: true,
  participle: '.(?:[aiu]t[oaie])$',
  idle: 'capito potuto avuto visto sentito letto ricevuto saputo tentato trovato stato stata dato pensato tutto tutti',
  i: 'io ho',
  we: 'noi abbiamo',
  you: 'lei voi tu',
  yours: 'tuo tua tuoi tue suo sua suoi sue vostro vostra questo ciò tutto tutti ti le vi',
  the: 'il lo la i gli le l',
  ours: 'nostro nostra nostri nostre',
  some: 'un una uno nuovo nuova nuovi nuove diversi',
  has: 'ho abbiamo ha hanno hai avete',
  is: 'è sono sei siete',
  was: 'stato stata stati state venne era',
  bare: 'essere avere',
  may: 'posso puoi può possiamo possono potrebbe potrei deve devi devo vorrei vuole vuoi desidera desideri essere avere sarà saranno verrà bisogna viene vengono',
  not: 'non mai senza nessun nessuna purtroppo né nessuno nulla niente',
  nothing: 'nulla niente',
  if: 'se quando una_volta dopo prima finché mentre chi dove come secondo esempio appena cui ha_detto',
  relative: 'cui',
  and: 'e o ed',
  that: 'che',
  but: 'ma quindi perché però',
  habit: 'entro normalmente sempre generalmente solitamente automaticamente ogni da scorso di_solito spesso',
  between:
    'già anche ora adesso appena correttamente tutto con successo lo la li le ti vi gli ufficialmente subito',
  thing: `ordine prenotazione appuntamento rimborso pagamento richiesta ticket e-mail mail email messaggio invito abbonamento account indirizzo data
    tavolo camera pacco consegna cancellazione conferma caso problema iscrizione fattura importo numero modulo modifica modifiche spedizione riunione posto dati`,
  opener:
    'perfetto ottimo certo sì grazie ciao bene molto benissimo d_accordo va_bene buona buone notizia notizie ok certamente eccellente salve',
  follows: 'per il la a al alle in con come e da su oggi domani il_tuo',
  asks: 'è sono posso può vuole vuoi desidera quando dove come che quale chi ha ho',
  will: 'vado',
  now: 'ora adesso subito immediatamente in_questo_momento',
  common:
    'il lo la i gli le di del della dei in e a al alla per con un una che si non più o se come questo questa sono è da nel',
  past: 'ieri',
  topics: {
    any: {
      done: 'fatto fatta completato completata elaborato elaborata eseguito eseguita risolto risolta terminato terminata sistemato sistemata gestito gestita concluso effettuato effettuata',
      said: 'tutto_pronto tutto_fatto tutto_a_posto ecco_fatto è_fatta tutto_sistemato',
      promise: 'elaboro procedo eseguo gestisco',
    },
    book: {
      done: 'assicurato assicurata garantito garantita prenotato prenotata prenotati prenotate fissato fissata programmato programmata riprogrammato pianificato',
      said: 'ci_vediamo_lunedì ci_vediamo_martedì a_lunedì a_martedì',
      promise: 'prenoto prenotare fisso',
      names: 'prenot appuntament fiss riunion',
    },
    order: {
      done: 'ordinato ordinata acquistato acquistata',
      promise: 'ordino',
      names: 'ordin acquist carrello',
    },
    cancel: {
      done: 'annullato annullata annullati annullate cancellato cancellata disdetto disdetta revocato interrotto',
      promise: 'annullo cancello annullare cancellare',
      names: 'annull cancell disd',
    },
    refund: {
      said: 'è_in_arrivo',
      done: 'rimborsato rimborsata rimborsati accreditato accreditata emesso restituito',
      promise: 'rimborso rimborsare',
      names: 'rimbors reso restitu',
    },
    pay: {
      done: 'pagato pagata addebitato addebitata fatturato incassato trasferito ricevuto',
      names: 'pag addebit fattur',
    },
    change: {
      done: 'modificato modificata modificati modificate cambiato cambiata aggiornato aggiornata aggiornati corretto corretta spostato spostata prorogato sostituito reimpostato reimpostata',
      promise: 'modifico cambio aggiorno modificare',
      names: 'modif cambi aggiorn corr spost indirizz',
    },
    create: {
      done: 'creato creata aperto aperta aggiunto aggiunta generato generata',
      promise: 'creo apro aggiungo',
      names: 'cre apr aggiung nuov',
    },
    send: {
      expected: 'riceverai_un riceverà_un riceverai_una riceverà_una',
      done: 'inviato inviata inviati inviate mandato spedito_una trasmesso trasmessa reinviato',
      ownDone: 'scritto risposto',
      promise: 'invio mando inviare mandare',
      names: 'invi mand mail messagg contatt',
    },
    forward: {
      done: 'inoltrato inoltrata informato informata avvisato avvisata notificato notificata segnalato segnalata trasferito trasferita passato contattato avvertito',
      promise: 'inoltro avviso informo passo inoltrare avvisare trasferisco segnalo',
      names: 'inoltr inform avvis notific persona operator colleg team contatt segnal',
    },
    save: {
      done: 'salvato salvata salvati registrato registrata registrati annotato annotata segnato',
      promise: 'salvo registro annoto',
      names: 'salv registr annot modulo dati',
    },
    confirm: {
      done: 'confermato confermata confermati approvato approvata accettato accettata convalidato',
      names: 'conferm approv',
    },
    register: { done: 'iscritto iscritta', promise: 'iscrivo', names: 'iscri registr abbon' },
    remove: {
      done: 'eliminato eliminata rimosso rimossa chiuso_il chiusa disattivato disattivata bloccato',
      promise: 'elimino rimuovo eliminare',
      names: 'elimin rimuov chiud disattiv',
    },
    activate: {
      done: 'attivato attivata sbloccato sbloccata applicato applicata riattivato',
      promise: 'attivo',
      names: 'attiv sblocc',
    },
    ship: {
      done: 'spedito spedita spediti consegnato consegnata arrivato arrivata partito in_viaggio in_arrivo in_consegna',
      names: 'spedi consegn tracci pacco ordine',
    },
    check: { ownDone: 'verificato controllato trovato consultato', names: 'verific controll trov stato' },
  },
};
