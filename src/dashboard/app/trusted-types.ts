/**
 * What may become markup or code. Mantine writes its variables into a style element by `innerHTML`, so text without a tag passes;
 * nothing else in the dashboard does, and a string that could be an element is refused, wherever it comes from.
 */
if (window.trustedTypes)
  window.trustedTypes.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('Bellhop makes no elements from text.');
      return text;
    },
    createScriptURL(address) {
      if (new URL(address, location.href).origin !== location.origin)
        throw new TypeError('Bellhop loads scripts from its own origin only.');
      return address;
    },
  });

export {};

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(text: string): string; createScriptURL(address: string): string },
      ): unknown;
    };
  }
}
