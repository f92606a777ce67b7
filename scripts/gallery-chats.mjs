import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { widgetPages } from '../src/server/widget-pages/widget-pages.ts';
import { sampleLook, showCards, states } from '../src/widget/gallery.ts';
import { inCheckout } from './checkout.mjs';
import { kindSamples } from './kind-samples.mjs';

const chats = [
  ...states,
  ...Object.entries(kindSamples).flatMap(([kind, { cards }]) => (cards ? [showCards(kind, cards)] : [])),
];

export const chatNames = chats.map(({ name }) => name);

/** The real chat, and the Visitor API as far as it takes to look at it: the agent's id says which state it is in. */
export function galleryChats() {
  /** Others, such as the agent of the dashboard's pages, have the full one. */
  const find = (id) =>
    chats.find(({ name }) => name === id) ?? chats.find(({ name }) => name === 'chat-full');
  const findAgent = async (id) => {
    const { look, language = 'en' } = find(id);
    return { id, name: 'Robin', language, widget: { ...sampleLook, ...look }, allowedOrigins: [] };
  };
  const app = new Hono();
  app.post('/widget/v1/sessions', async (context) => {
    const { agentId } = await context.req.json();
    const { refusal } = find(agentId);
    const { widget: theme, ...agent } = await findAgent(agentId);
    if (refusal) return context.json({ error: { code: refusal.code, message: '' } }, refusal.status);
    return context.json({
      ...{ token: agentId, visitorId: 'visitor-1', conversationId: 'conversation-1', isVerified: false },
      agent: { ...agent, theme, greeting: 'Hello! Ask me about orders and sizes.', starters: theme.starters },
    });
  });
  app.get('/widget/v1/events', (context) => {
    const { entries, live = [] } = find(context.req.header('authorization')?.replace('Bearer ', ''));
    if (!context.req.header('accept')?.includes('event-stream'))
      return context.json({ items: entries, nextCursor: null });
    return streamSSE(context, async (stream) => {
      for (const { event, data } of [...entries.map((data) => ({ event: 'entry', data })), ...live])
        await stream.writeSSE({ event, data: JSON.stringify(data) });
      await new Promise((resolve) => stream.onAbort(resolve));
    });
  });
  // What a card asks for when it is seen.
  app.post('/widget/v1/cards/:id', (context) => {
    const { entries } = find(context.req.header('authorization')?.replace('Bearer ', ''));
    return context.json(entries.find(({ id }) => id === context.req.param('id')));
  });
  app.get('/api/v1/files/:id', ({ body }) => body(PICTURE, 200, { 'content-type': 'image/svg+xml' }));
  app.route('/', widgetPages({ assetsDirectory: inCheckout('dist', 'widget'), findAgent }));
  return app;
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect width="600" height="400" fill="#2b8a3e"/></svg>';
