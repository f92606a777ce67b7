/** Has owner rights in the tests' servers. */
export const API_KEY = 'test-key-with-enough-characters';
