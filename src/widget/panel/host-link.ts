import { CONNECT, type ToHost, type ToPanel } from '../../contract/widget/embed.ts';

/** The page around the frame. */
export interface HostLink {
  post(message: ToHost): void;
  listen(listener: (message: ToPanel) => void): void;
}

/**
 * Waits for the loader's one message. Only the page that directly holds this frame can send it, and the frame's
 * `frame-ancestors` has decided which pages those may be; from then on only the port is heard.
 */
export function connectHost(): Promise<HostLink> {
  return new Promise((resolve) => {
    function accept({ source, data, ports }: MessageEvent) {
      const [port] = ports;
      if (source !== parent || data !== CONNECT || !port) return;
      removeEventListener('message', accept);
      resolve({
        post: (message) => port.postMessage(message),
        listen(listener) {
          port.onmessage = (event: MessageEvent<ToPanel>) => listener(event.data);
        },
      });
    }
    addEventListener('message', accept);
  });
}
