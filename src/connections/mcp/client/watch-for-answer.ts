import { createParser } from 'eventsource-parser';

/** Tells in which piece of a stream of events the answer has come whole: each request carries one message. */
export function watchForAnswer(): (chunk: Uint8Array) => boolean {
  let isThere = false;
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: ({ data }) => {
      isThere ||= isAnswer(data);
    },
  });
  return (chunk) => {
    parser.feed(decoder.decode(chunk, { stream: true }));
    return isThere;
  };
}

function isAnswer(data: string): boolean {
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null && ('result' in message || 'error' in message);
  } catch {
    return false;
  }
}
