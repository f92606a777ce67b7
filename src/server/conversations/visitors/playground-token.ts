/** What the token of a visitor begins with whom the team plays: when it is over, no real visitor takes their place. */
export const PLAYGROUND_TOKEN = 'playground_';
