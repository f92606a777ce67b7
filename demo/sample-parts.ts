import actions from './agent/actions.json' with { type: 'json' };
import faq from './agent/faq.json' with { type: 'json' };

/** What the sample agent is made of, as the API takes it, for a shop at this address. */
export function sampleParts(shopUrl: string) {
  return {
    actions: actions.map((action) => withShopUrl(action, shopUrl)),
    sources: faq.map(({ title, anchor, items }) => ({ title, url: `${shopUrl}#${anchor}`, items })),
  };
}

/** The addresses of an action name the shop as `{shop}`, which is known only at the start. */
function withShopUrl(action: (typeof actions)[number], shopUrl: string): (typeof actions)[number] {
  return JSON.parse(JSON.stringify(action).replaceAll('{shop}', shopUrl));
}

/** Where the shop has stood when these parts were made: the origins of the addresses in them that only the sample has. */
export function findShopOrigins(parts: unknown): string[] {
  const found = [...JSON.stringify(parts).matchAll(/"(http:\/\/127\.0\.0\.1(?::\d+)?)\/([^"]*)"/g)];
  return [...new Set(found.filter(([, , place = '']) => places.has(place)).map(([, origin = '']) => origin))];
}

const places = new Set([
  ...[...JSON.stringify(actions).matchAll(/"\{shop\}([^"]*)"/g)].map(([, place = '']) => place),
  ...faq.map(({ anchor }) => `#${anchor}`),
]);
