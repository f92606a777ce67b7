/**
 * @typedef {object} Target What a load generator asks: one POST a turn, the answer's bytes are read to the end.
 * @property {string} origin
 * @property {(index: number) => { path: string, headers?: Record<string, string>, body: string }} request
 */

export const QUESTION = 'Where is my order A-1001? I ordered it last week and have not heard anything.';
const OPEN_AT_ONCE = 10;

/**
 * Bellhop as a target. The sessions are opened here, before anything is measured, and take turns: more of them than
 * turns at the same time, or a visitor's next message would overtake the answer to the one before.
 *
 * @param {{ origin: string, agentId: string, sessions?: number }} options
 * @returns {Promise<Target>}
 */
export async function bellhopTarget({ origin, agentId, sessions = 500 }) {
  /** @type {string[]} */
  const tokens = [];
  for (let opened = 0; opened < sessions; opened += OPEN_AT_ONCE) {
    const count = Math.min(OPEN_AT_ONCE, sessions - opened);
    tokens.push(...(await Promise.all(Array.from({ length: count }, () => openSession(origin, agentId)))));
  }
  return {
    origin,
    request: (index) => ({
      path: '/widget/v1/messages',
      headers: { accept: 'text/event-stream', authorization: `Bearer ${tokens[index % tokens.length]}` },
      body: JSON.stringify({ clientId: crypto.randomUUID(), text: QUESTION }),
    }),
  };
}

/**
 * @param {string} origin
 * @param {string} agentId
 * @returns {Promise<string>}
 */
async function openSession(origin, agentId) {
  const response = await fetch(`${origin}/widget/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agentId }),
  });
  if (!response.ok) throw new Error(`no session: ${response.status} ${await response.text()}`);
  return (await response.json()).token;
}
