import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installHostApi } from './host-api.ts';

type Bellhop = ((command: string, ...values: unknown[]) => void) & { q?: unknown[] };
const page: { Bellhop?: Bellhop } = {};

beforeEach(() => vi.stubGlobal('window', page));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  delete page.Bellhop;
});

it('calls made before the loader arrived are played in order', () => {
  const queue: unknown[] = [['open'], ['send', 'Hello']];
  page.Bellhop = Object.assign(() => {}, { q: queue });
  const played: unknown[] = [];
  installHostApi(commandsInto(played));
  page.Bellhop?.('close');
  expect(played).toEqual([['open'], ['send', 'Hello'], ['close']]);
});

it('a listener hears its own events, and its error stops nobody', async () => {
  const emit = installHostApi(commandsInto([]));
  const heard: unknown[] = [];
  const uncaught = vi.fn();
  vi.stubGlobal('queueMicrotask', (task: () => void) => {
    try {
      task();
    } catch (error) {
      uncaught(error);
    }
  });
  page.Bellhop?.('on', 'unread', () => {
    throw new Error('from the page');
  });
  page.Bellhop?.('on', 'unread', (count: unknown) => heard.push(count));
  page.Bellhop?.('on', 'open', () => heard.push('open'));
  emit('unread', 2);
  expect(heard).toEqual([2]);
  expect(uncaught).toHaveBeenCalledOnce();
});

it('an unknown command is told to the developer and breaks nothing', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  installHostApi(commandsInto([]));
  page.Bellhop?.('toString');
  expect(warn).toHaveBeenCalledWith('Bellhop: there is no command "toString".');
});

it.each([null, undefined, '', ' \n ', 5, {}])(
  '%j is no text to send: the developer is told, and nothing is sent',
  (text) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const played: unknown[] = [];
    installHostApi(commandsInto(played));
    page.Bellhop?.('send', text);
    expect(played).toEqual([]);
    expect(warn).toHaveBeenCalledWith('Bellhop: "send" needs a text.');
  },
);

it('a visitor is identified by a token', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const played: unknown[] = [];
  installHostApi(commandsInto(played));
  for (const options of [null, undefined, '', {}, { token: '' }, { token: 5 }])
    page.Bellhop?.('identify', options);
  expect(played).toEqual([]);
  expect(warn).toHaveBeenCalledTimes(6);
  expect(warn).toHaveBeenCalledWith('Bellhop: "identify" needs a text.');
  page.Bellhop?.('identify', { token: 'a.b.c' });
  expect(played).toEqual([['identify', 'a.b.c']]);
});

function commandsInto(played: unknown[]) {
  const note = (name: string) => (value?: unknown) =>
    void played.push(value === undefined ? [name] : [name, value]);
  return {
    open: note('open'),
    close: note('close'),
    show: note('show'),
    hide: note('hide'),
    send: note('send'),
    identify: note('identify'),
    shutdown: note('shutdown'),
  };
}
