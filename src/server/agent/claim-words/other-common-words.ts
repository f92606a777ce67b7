/** Small words of languages that have no list here, by which they are told from those that have one. */
export const OTHER_COMMON_WORDS = `
  jag har inte och att det är för på ett som du vi kan med av till din ditt dina din jeg ikke og til er det har deg deres vores
  på af på fra ei ole olen sinun sinulle teidän on ja ovat että se ne minä olemme kanssa nyt við er ekki þinn hefur verið
  am ați ți și nu este sunt pentru dumneavoastră comanda fost vă acum în pe cu jsem jsme byla byl bylo vaše váš vaši je že se na pro
  som sme bola bol vaša objednávka rezervace hogy az és nem van önnek rendelését foglalás már egy ezt az ön vam vaš vaša je smo sam nije
  đã của bạn và không là tôi được cho với saya anda telah untuk yang dan tidak sudah kami dengan pesanan ang ng sa mga po na iyong
  mes jūs jūsų yra ir ne buvo es esmu jūsu ir un nav ma olen teie on ja ei broneeritud kam keni është dhe juaj nuk jo ni kwa yako
  imetumwa nimefanya ek het jou nie die is en u bestelling hem ho la seva ha estat comanda amb per als tha chuir mi dw i wedi eich
  στην το και είναι je ne suis li mwen ou pa nan
`;
