/** What people write who think of no layout. */
export const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
export const LONG_TEXT =
  `${LONG_WORD} https://nordlys.example/${'a-path-without-any-place-to-break'.repeat(6)} `.repeat(3);
/** From right to left, with a number and a name that go the other way. */
export const ARABIC = 'أين طلبي A-10493؟ كان يجب أن يصل يوم الإثنين من Nordlys Outdoor.';
