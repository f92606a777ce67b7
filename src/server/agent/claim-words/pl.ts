import type { ClaimWords } from './claim-words.ts';

export const POLISH: ClaimWords = {
  language: 'pl',
  honest: { done: 'Jeszcze tego nie zrobiłem.', checked: 'Jeszcze tego nie sprawdziłem.' },
  hasFragments: true,
  ownPast: '..(?:łem|łam|liśmy|łyśmy)$',
  idle: 'zrozumiałem zrozumiałam mogłem mogłam byłem byłam chciałem chciałam miałem miałam',
  i: 'ja',
  we: 'my',
  you: 'pan pani ty państwo',
  yours: 'twoje twój twoja pana pani państwa to wszystko ci panu ciebie',
  ours: 'nasz nasza nasze naszych',
  is: 'jest są jesteś',
  was: 'został została zostało zostały było była',
  may: 'mogę może możesz możemy mogą można chce chcesz chciałbym musi musisz powinien powinno trzeba być zostanie będzie zostaną',
  not: 'nie bez nigdy żaden niestety ani nikt nic niczego',
  nothing: 'nic',
  if: 'pisze mówi przykro jeśli jeżeli gdy kiedy po zanim dopóki aż który która które gdzie jak czy kto według przykład jak_tylko',
  and: 'i lub oraz',
  that: 'że',
  but: 'ale więc bo',
  habit: 'zwykle zawsze zazwyczaj automatycznie każde każdy ciągu od codziennie często',
  between: 'już także teraz pomyślnie właśnie również też oficjalnie',
  thing:
    'hasło zamówienie rezerwacja wizyta zwrot płatność zgłoszenie bilet e-mail mail wiadomość zaproszenie subskrypcja konto adres data stolik pokój paczka dostawa potwierdzenie problem faktura numer formularz zmiana zmiany spotkanie dane termin',
  opener:
    'świetnie dobrze tak dziękuję oczywiście doskonale super jasne dzień dobry ok wspaniale dobra wiadomość proszę',
  follows: 'na do w o dla z i zgodnie dziś jutro od pod',
  asks: 'czy kiedy gdzie jak kto co który dlaczego',
  now: 'teraz natychmiast od_razu zaraz już',
  common: 'i w na do z nie się jest to że od po za o dla lub jak oraz przez są można może twoje nasze dni',
  past: 'wczoraj',
  soon: 'wkrótce za_chwilę chwilę minut jutro dziś zaraz niebawem godziny godzinę',
  evidence:
    'potwierdzenie potwierdzeniem e-mail email mail wiadomość link faktura telefon zamiennik zastępcza zastępczy zaproszenie kod',
  people: 'kolega koleżanka ktoś konsultant zespół technik doradca specjalista kierownik pracownik',
  invites: 'formularz wypełnić wypełni wypełnij kliknij zostaw',
  endings: 'any ana ane',
  topics: {
    any: {
      stands: 'w_toku w_trakcie',
      done: 'zrobione gotowe załatwione wykonane zakończone ukończone rozwiązane przetworzone zrealizowane',
      said: 'zrobiłem zrobiłam zrobiono załatwiłem załatwiłam załatwiono wykonałem wykonałam wykonano wszystko_gotowe zakończono rozwiązałem zakończyłem zrealizowano',
    },
    book: {
      done: 'zarezerwowana zarezerwowany zarezerwowane umówiona umówione umówiony zaplanowane zaplanowana przełożona przełożone',
      said: 'zarezerwowałem zarezerwowałam zarezerwowaliśmy zarezerwowano umówiłem umówiłam umówiliśmy przełożyłem zaplanowałem',
      names: 'rezerw zarezerw umów wizyt termin spotka',
    },
    order: {
      done: 'zamówione złożone zamówiony',
      said: 'zamówiłem zamówiłam złożyłem złożyłam złożono kupiłem',
      names: 'zamów kup koszyk',
    },
    cancel: {
      done: 'anulowane anulowana anulowany odwołane odwołana odwołany',
      said: 'anulowałem anulowałam anulowaliśmy anulowano odwołałem odwołałam odwołano wypowiedziałem',
      names: 'anul odwoł rezygn',
    },
    refund: {
      done: 'zwrócone zwrócona zwrócony',
      said: 'zwróciłem zwróciłam zwróciliśmy zwrócono',
      names: 'zwrot zwró',
    },
    pay: {
      done: 'opłacone opłacona zapłacone',
      said: 'zapłaciłem opłaciłem pobrano',
      names: 'płat zapłac faktur',
    },
    change: {
      done: 'zmieniony zmieniona zmienione zaktualizowany zaktualizowana zaktualizowane poprawione poprawiony zmodyfikowane zresetowane',
      said: 'zmieniłem zmieniłam zmieniliśmy zmieniono zaktualizowałem zaktualizowałam zaktualizowano poprawiłem poprawiłam zresetowałem',
      names: 'zmian zmien aktualiz popraw adres',
    },
    create: {
      ownDone: 'otwarte otwarta otwarty',
      done: 'utworzone utworzona utworzony dodane dodany otwarte_zgłoszenie założone',
      said: 'utworzyłem utworzyłam utworzono dodałem dodałam dodano otworzyłem założyłem',
      names: 'utwórz utworz doda nowy zgłosz',
    },
    send: {
      willCome: 'dostanie dostaniesz otrzyma otrzymasz otrzymają przyjdzie',
      done: 'wysłane wysłana wysłany przesłane przesłany',
      said: 'wysłałem wysłałam wysłaliśmy wysłano przesłałem przesłałam przesłano napisałem',
      names: 'wyśl wysył przesł mail wiadomoś kontakt',
    },
    forward: {
      willCome: 'zadzwoni skontaktuje oddzwoni odpowie',
      done: 'przekazane przekazana przekazany zgłoszone powiadomiony',
      said: 'trafiło_do trafiła_do trafił_do trafiły_do przekazałem przekazałam przekazaliśmy przekazano poinformowałem poinformowałam poinformowaliśmy powiadomiłem powiadomiłam zgłosiłem zgłosiłam',
      names: 'przekaz inform powiad człowiek konsultant zespół kontakt',
    },
    save: {
      done: 'zapisane zapisany zapisana zanotowane zarejestrowane',
      said: 'zapisałem zapisałam zapisano zanotowałem zanotowałam zarejestrowano',
      names: 'zapis notow formularz dane',
    },
    confirm: {
      done: 'potwierdzone potwierdzona potwierdzony zatwierdzone zatwierdzona zatwierdzony',
      said: 'potwierdziłem potwierdziłam potwierdzono zatwierdziłem zatwierdzono',
      names: 'potwierdz zatwierdz',
    },
    register: {
      done: 'zarejestrowany zapisany',
      said: 'zarejestrowałem zapisałem_cię',
      names: 'rejestr zapis',
    },
    remove: {
      done: 'usunięte usunięty usunięta zamknięte_na zablokowane',
      said: 'usunąłem usunęłam usunięto zamknąłem zablokowałem',
      names: 'usu zamkn zablok',
    },
    activate: {
      done: 'aktywowane aktywowana odblokowane',
      said: 'aktywowałem aktywowano odblokowałem',
      names: 'aktyw odblok',
    },
    ship: {
      willCome: 'wyjedzie wyruszy',
      done: 'dostarczone dostarczona nadane nadana w_drodze',
      names: 'dostar paczk śledz',
    },
    check: {
      said: 'sprawdziłem sprawdziłam znalazłem znalazłam zweryfikowałem',
      names: 'sprawd status szuka',
    },
  },
};
