import type { ClaimWords } from './claim-words.ts';

export const GERMAN: ClaimWords = {
  language: 'de',
  honest: { done: 'Das habe ich noch nicht getan.', checked: 'Das habe ich noch nicht nachgesehen.' },
  hasFragments: true,
  participle:
    '^(?:.{0,8}ge.{2,}(?:t|en)|.{3,}iert|(?:be|ver|er|ent|zer|über|unter|wider|hinter).{3,}(?:t|en))$',
  reach: 12,
  i: 'ich',
  we: 'wir',
  you: 'sie du ihr',
  yours: `ihr ihre ihren ihrem ihrer ihres dein deine deinen deinem deiner deines es das dies dieser diese alles beides sie ihnen dir
    dich euch euer eure beide`,
  the: 'der die das den dem',
  ours: 'unser unsere unseren unserem unserer unseres',
  some: 'ein eine einen einem einer neue neuen neues neuer mehr viele mehrere weitere',
  has: 'habe haben hat hab hatte hatten habs',
  is: 'gehören_ihnen gehört_ihnen gehören_dir wird_gerade werden_gerade wird_soeben wird_derzeit wird_jetzt wird_nun wird_momentan bist is ist sind bin seid lautet liegt',
  did: 'konnte konnten',
  idle: `enthalten inbegriffen dabei verstanden gehört gelesen gesehen gehabt gewesen gedacht gehofft verpasst erhalten bekommen erfahren gewusst gemeint vergessen gelernt
    versucht gern gerne gegen gegeben gestern geschlossen gekommen genügend gelegt geht gut gut beste besten verfügbarkeiten`,
  was: 'wurde wurden worden war waren',
  bare: 'haben werden sein',
  may: `kann können könnte könnten könnt kannst darf dürfen muss müssen soll sollen sollte sollten möchte möchten will wollen würde
    würden gerne_noch lassen lässt müsste müssten dürfte dürften möchten`,
  not: 'nicht kein keine keinen keinem keiner nie niemals weder ohne leider niemand nichts',
  nothing: 'nichts nicht keine kein keinen',
  if: `sei seien sie_schreiben du_schreibst wenn falls sobald sofern solange bis bevor nachdem ob während als wie wann wo warum was wer welche welcher welches
    deren dessen bedeutet heißt sagten sagen sagten_sie schrieben sicherstellen angenommen laut beispiel`,
  relative: 'der die das den dem deren welche welcher welches damit',
  and: 'und oder sowie',
  that: 'dass dass daß',
  but: 'aber doch sondern denn daher deshalb also weil',
  habit: `innerhalb binnen meist meistens normalerweise immer üblicherweise grundsätzlich generell automatisch jeweils jede jeder jedes
    je pro oft manchmal nur stets seit vor_kurzem letztes letzten täglich regelmäßig gewöhnlich in_der_regel erst`,
  between: `soeben gerade jetzt nun bereits schon auch erfolgreich hiermit eben direkt sofort damit dann wie_gewünscht wie_besprochen wie_erbeten offiziell
    vollständig inzwischen gleich persönlich mal einmal selbstverständlich natürlich wunschgemäß alles noch`,
  thing: `plätze abholung abbuchung rückruf kündigung reklamation vertrag punkte workshop jacke bestellung termin buchung reservierung treffen erstattung rückerstattung zahlung anfrage anliegen ticket e-mail email mail
    e nachricht einladung abo abonnement konto adresse lieferadresse datum tisch zimmer rückruf retoure änderung änderungen formular daten
    überweisung lieferung paket sendung stornierung bestätigung sitzung platz problem beschwerde mitgliedschaft vertrag anmeldung
    angaben notiz erinnerung auftrag kündigung bestellungen termine passwort gutschein rabatt rechnung betrag geld nummer anruf
    gespräch beratung kurs flug hotel dokument wunsch status umtausch antrag registrierung kundenkonto telefonnummer`,
  opener: `gern_geschehen gerne_geschehen super prima perfekt gut gute klar okay ok ja danke vielen dank alles gerne gern natürlich selbstverständlich sehr
    wunderbar hervorragend schön bestens hallo guten tag toll geschafft glückwunsch nachricht nachrichten so na freut nein kein`,
  follows: `für am um auf an in im bei mit und wie von zum zur bis ihr ihre sie wunschgemäß sofort ab kann heute morgen unter per es das`,
  asks: `ist sind war wurde wurden hat haben kann können könnte darf dürfen muss soll möchten wollen würden wer was wann wo welche
    welcher welches warum wieso wie wird werden bin habe`,
  will: 'werde werden',
  now: 'schon bereits jetzt sofort gleich umgehend unverzüglich direkt nun augenblicklich soeben gerade schnellstmöglich',
  common: `und der die das ist nicht mit für auf von zu im den dem des ein eine sich bei aus nach über am um an wir sie ihnen ihr noch
    auch nur mehr oder aber bitte`,
  past: 'gestern vorgestern kürzlich',
  soon: 'minuten stunden augenblicken gleich in_kürze kürze demnächst bald in_wenigen_minuten wenigen_minuten heute morgen umgehend jeden_moment augenblick stunde schnellstmöglich',
  evidence:
    'bestätigung bestätigungsmail bestätigungs e-mail email mail nachricht link beleg rechnung sms anruf rückruf ersatz ersatzjacke ersatzgerät ersatzprodukt ersatzlieferung ersatzartikel einladung gutschein rücksendeetikett bestätigungslink',
  people:
    'kurier bote zusteller fahrer kollege kollegin kollegen kolleginnen jemand mitarbeiter mitarbeiterin team techniker technikerin berater beraterin fachmann vertrieb support kundendienst ansprechpartner',
  invites: 'formular ausfüllen ausgefüllt füllen absenden hinterlassen klicken anklicken eintragen geben',
  place: 'plätze platz tisch zimmer sitzplatz ticket',
  topics: {
    any: {
      stands: 'durch vom_tisch unter_dach_und_fach in_bearbeitung in_arbeit',
      done: `erledigt abgeschlossen durchgeführt bearbeitet ausgeführt fertig fertiggestellt vollzogen umgesetzt geregelt geklärt
        gelöst veranlasst abgewickelt behoben getan erfolgreich erfolgt eingeleitet verarbeitet gekümmert übernommen vorgenommen vervollständigt passiert geschehen geklappt`,
      ownDone: 'gemacht angewendet geschafft organisiert vorbereitet gesorgt',
      said: 'alles_bereit alles_in_trockenen_tüchern betrachten_sie_es',
      promise: 'erledige kümmere bearbeite erledigen bearbeiten veranlasse veranlassen übernehme',
    },
    book: {
      stands: 'gehören_ihnen gehört_ihnen gehören_dir sicher garantiert',
      done: 'gebucht reserviert vereinbart terminiert umgebucht eingeplant vorgemerkt angesetzt eingebucht festgelegt',
      ownDone: 'verlegt verschoben freigehalten geblockt ausgemacht gesichert blockiert',
      said: 'steht_fest ihr_termin_steht termin_steht im_kalender bis_montag bis_dienstag bis_mittwoch bis_donnerstag bis_freitag sie_haben_jetzt_einen sie_haben_nun_einen du_hast_jetzt_einen',
      promise: 'buche reserviere vereinbare buchen reservieren vereinbaren',
      names: 'buch reserv termin verein treffen kalender gespräch umbuch',
    },
    order: {
      done: 'bestellt nachbestellt gekauft erworben aufgegeben',
      promise: 'bestelle bestellen kaufe',
      names: 'bestell kauf warenkorb',
    },
    cancel: {
      said: 'ruht_nun ruht_jetzt',
      done: 'storniert abgesagt gekündigt abgebrochen widerrufen pausiert ausgesetzt unterbrochen aufgehoben beendet abbestellt abgemeldet gestoppt zurückgezogen annulliert rückgängig_gemacht ausgetragen',
      promise: 'storniere kündige beende breche stornieren kündigen beenden',
      names: 'storn absag kündig widerruf abbestell abmeld stopp beend',
    },
    refund: {
      done: 'erstattet rückerstattet zurückerstattet gutgeschrieben zurücküberwiesen zurückgezahlt zurückgebucht ausgezahlt entschädigt erlassen',
      promise: 'erstatte erstatten überweise',
      names: 'erstatt rückerstatt gutschr geld_zurück retour rückgab rückzahl',
    },
    pay: {
      done: 'bezahlt gezahlt überwiesen abgebucht belastet beglichen eingezogen eingegangen berechnet',
      promise: 'bezahle überweise überweisen',
      names: 'zahl bezahl überweis rechnung abbuch',
    },
    change: {
      done: `geändert aktualisiert angepasst korrigiert bearbeitet verlängert umgestellt umgetauscht getauscht gewechselt zurückgesetzt verschoben
        abgeändert berichtigt umgeleitet erneuert verlegt umgeändert ausgetauscht hochgestuft upgegradet modifiziert überarbeitet`,
      ownDone: 'ersetzt gesetzt umgewandelt',
      promise:
        'ändere aktualisiere korrigiere passe setze ändern aktualisieren anpassen zurücksetzen korrigieren',
      names:
        'änder aktualis anpass korrig verläng umstell umtausch tausch wechsel zurücksetz verschieb umbuch adress',
    },
    create: {
      stands: 'offen',
      done: 'erstellt angelegt hinzugefügt eröffnet eingetragen erzeugt generiert ausgestellt eingestellt eingerichtet',
      ownDone: 'geöffnet geschrieben aufgenommen',
      promise: 'erstelle lege eröffne erstellen anlegen eröffnen trage',
      names: 'erstell anleg hinzufüg eröffn eintrag neu ticket',
    },
    send: {
      said: 'bereits_in_ihrem_postfach in_ihrem_postfach in_deinem_postfach ging_eben ging_gerade ging_soeben ist_raus',
      comes: 'bekommen erhalten bekommst erhältst kriegen',
      done: 'gesendet geschickt verschickt versandt versendet zugesandt zugeschickt gemailt abgeschickt eingereicht übermittelt abgesendet zugestellt zukommen_lassen übersandt raus rausgeschickt hinausgeschickt',
      ownDone: 'geantwortet angeschrieben geteilt',
      promise: 'sende schicke verschicke senden schicken zusenden maile übermittle',
      names: 'send sand schick mail übermittl nachricht kontakt einreich',
    },
    forward: {
      willCome: 'meldet ruft_sie ruft_dich kontaktiert',
      stands: 'bei_unserem bei_unserer bei_unseren in_den_händen',
      comes: 'meldet melden ruft rufen kontaktiert kontaktieren anrufen zurückrufen schreibt antwortet',
      done: `weitergeleitet informiert benachrichtigt weitergegeben übergeben verständigt eskaliert gemeldet verbunden zugewiesen beauftragt
        hinzugezogen alarmiert eingeschaltet überstellt bescheid_gegeben bescheid_gesagt durchgestellt zugeteilt`,
      said: 'weiß_nun_von weiß_jetzt_von wissen_nun_von sind_an_die ist_an_die legt_ihnen legt_dir arbeitet_bereits_daran kümmert_sich_bereits arbeiten_bereits_daran weiß_bescheid wissen_bescheid ist_im_bilde',
      ownDone: 'kontaktiert gebeten gesprochen angerufen gefragt unterrichtet erreicht',
      promise:
        'leite informiere benachrichtige gebe übergebe verbinde melde eskaliere weiterleiten informieren benachrichtigen weitergeben übergeben verbinden verständige verständigen',
      names:
        'weiterleit weitergeb inform benachricht übergeb mensch mitarbeiter kolleg team person kontakt meld rückruf anruf',
    },
    save: {
      done: 'gespeichert eingegangen notiert vermerkt hinterlegt erfasst aufgenommen abgelegt festgehalten protokolliert aufgeschrieben dokumentiert gesichert abgespeichert',
      promise: 'speichere notiere vermerke speichern notieren hinterlege',
      names: 'speicher notier vermerk hinterleg erfass formular daten kontakt',
    },
    confirm: {
      done: 'bestätigt genehmigt akzeptiert freigegeben angenommen bewilligt verifiziert zugesagt',
      promise: 'bestätige bestätigen genehmige',
      names: 'bestätig genehmig freigeb zusag',
    },
    register: {
      done: 'beantragt registriert angemeldet eingeschrieben abonniert aufgenommen eingecheckt',
      said: 'auf_der_liste auf_der_warteliste auf_die_warteliste_gesetzt',
      promise: 'registriere melde registrieren anmelden',
      names: 'registr anmeld einschreib abonn newsletter mitglied wartelist',
    },
    remove: {
      ownDone: 'rausgenommen',
      done: 'gelöscht entfernt deaktiviert gesperrt geschlossen aufgelöst blockiert ausgetragen',
      promise: 'lösche entferne sperre löschen entfernen sperren deaktiviere',
      names: 'lösch entfern deaktiv sperr schließ',
    },
    activate: {
      done: 'aktiviert freigeschaltet entsperrt reaktiviert wiederhergestellt eingelöst angewandt eingeschaltet verknüpft',
      promise: 'aktiviere schalte entsperre aktivieren freischalten entsperren',
      names: 'aktiv freischalt entsperr wiederherstell gutschein rabatt einlös',
    },
    ship: {
      comes: 'geht raus kommt rausgehen verschicken versendet trifft erreicht',
      done: 'versandt versendet verschickt ausgeliefert geliefert angekommen abgeholt losgeschickt eingetroffen verladen',
      said: 'unterwegs auf_dem_weg in_zustellung',
      names: 'liefer versand sendung verfolg paket status bestell',
    },
    check: {
      ownDone:
        'geprüft überprüft nachgesehen nachgeschaut gefunden gesehen gesucht ermittelt kontrolliert abgerufen verifiziert nachgefragt',
      names: 'prüf überprüf nachseh nachschau such find status anzeig verfolg abfrag',
    },
  },
};
