/** The name under which a booking's metadata says which card it came from. */
export const CAL_REFERENCE = 'bellhop';
