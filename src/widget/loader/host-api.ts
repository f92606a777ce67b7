import type { HostEvent } from '../../contract/widget/embed.ts';

type Listener = (detail?: unknown) => void;

/** What a page may say: `Bellhop('open')`, `Bellhop('on', 'unread', listener)`, … */
export interface HostCommands {
  open(): void;
  close(): unknown;
  /** Shows or hides the launcher. */
  show(): void;
  hide(): void;
  /** Sends the text as the visitor and opens the chat. */
  send(text: string): void;
  /** Says who the visitor is, with a token that the owner's server has signed. */
  identify(token: string): void;
  /** Forgets this visitor, for example after a log-out. */
  shutdown(): void;
}

interface BellhopFunction {
  (command: string, ...values: unknown[]): void;
  /** Calls made before the loader arrived. */
  q?: ArrayLike<unknown>[];
}

const isText = (value: unknown) => typeof value === 'string' && value.trim();

/** Installs `window.Bellhop`, plays the calls made before, and returns how to tell listeners. */
export function installHostApi(commands: HostCommands): (name: HostEvent, detail?: unknown) => void {
  const page = window as unknown as { Bellhop?: BellhopFunction };
  const listeners: [string, Listener][] = [];
  const call: BellhopFunction = (command, ...values) => {
    const [first] = values as [(string & { token?: string }) | undefined];
    const value = first?.token ?? first;
    if (command === 'on') listeners.push(values as [string, Listener]);
    else if (/^(send|identify)$/.test(command) && !isText(value))
      console.warn(`Bellhop: "${command}" needs a text.`);
    else if (Object.hasOwn(commands, command)) commands[command as keyof HostCommands](value as string);
    else console.warn(`Bellhop: there is no command "${command}".`);
  };
  const early = page.Bellhop?.q ?? [];
  page.Bellhop = call;
  for (const values of early) call(...(Array.from(values) as [string]));
  return (name, detail) => {
    for (const [wanted, listener] of listeners) {
      // A listener's error stays the page's own and stops nobody else.
      if (wanted === name) queueMicrotask(() => listener(detail));
    }
  };
}
