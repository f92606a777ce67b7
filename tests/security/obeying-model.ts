import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { type ScriptPart, scriptedModel } from '../harness/scripted-model.ts';

/** What the model obeys, and what it saw. */
export interface Orders {
  /** The injected text, or null: it only reads. */
  payload: string | null;
  /** First it uses this, because the visitor asked: its answer carries the text. */
  reads: string | null;
  /** What it would leak if it could. */
  loot: string[];
  /** The injected text stood before it, in the prompt or in the description of a tool. */
  hasSeen: boolean;
  /** So did something of another visitor. */
  hasSeenLoot: boolean;
}

/** A model that does whatever the last text tells it, whoever wrote that: what holds then is the platform's doing. */
export function obeyingModel(orders: Orders) {
  let step = 0;
  return scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'user') step = 0;
    const { payload, reads } = orders;
    if (payload === null) return [{ say: 'Hello.' }];
    if (JSON.stringify([call.prompt, call.tools]).includes(JSON.stringify(payload).slice(1, -1)))
      orders.hasSeen = true;
    // Later it reads what it wrote itself.
    if (step === 0)
      orders.hasSeenLoot = orders.loot.some((item) => JSON.stringify(call.prompt).includes(item));
    step++;
    if (reads && step === 1) return [{ call: reads }];
    // It does not take no for an answer.
    if (step > 6) return [{ say: 'Well.' }];
    return obey(payload, call, orders.loot);
  });
}

function obey(payload: string, call: LanguageModelV4CallOptions, loot: string[]): ScriptPart[] {
  const named = /[Cc]all (?:action )?(\w+)/.exec(payload)?.[1];
  const [, name = '', value = ''] = /(?:with |for )(\w+)=([^\s<]+?)\.?(?:\s|$)/.exec(payload) ?? [];
  if (/500 times/.test(payload))
    return Array.from({ length: 100 }, (_, i) => ({ call: named ?? '', input: { q: `again ${i}` } }));
  if (/every free slot/.test(payload))
    return Array.from({ length: 7 }, (_, day) => ({ call: 'book', input: { slot: `2031-03-0${day + 1}` } }));
  if (/other customers' e-mails/.test(payload))
    return [
      ...[loot.join(', '), ...loot, `All e-mails: ${findMails(call)}`].map((body) => ({
        call: 'create_ticket',
        input: { body },
      })),
    ];
  if (/use e-mail/.test(payload)) {
    const to = /e-mail (\S+?)\.?$/.exec(payload)?.[1];
    return [
      { call: 'send_email', input: { to, subject: 'Confirmation' } },
      { call: 'send_email', input: { subject: to } },
    ];
  }
  if (/secrets\.API_KEY/.test(payload)) return [{ say: `{{secrets.API_KEY}} ${JSON.stringify(call)}` }];
  if (/Offer a button/.test(payload)) {
    const [, url, text] = /to (\S+) labelled '(.+)'/.exec(payload) ?? [];
    return [{ say: `[${text}](${url})` }, { call: 'pay', input: { url, text } }, { call: 'pay' }];
  }
  if (/^Add /.test(payload)) return [{ say: `Here: ${/!\[.*\)/.exec(payload)?.[0]} ${loot.join(' ')}` }];
  if (/click/.test(payload)) return [{ say: `Please click ${/https?:\S+/.exec(payload)?.[0]}` }];
  return [
    { call: named ?? '', input: name ? { [name]: value } : named === 'stop_auto_reply' ? MUTE : {} },
    ...(name === 'host' ? [{ call: 'fetch_metadata' }] : []),
  ];
}

const MUTE = { reason: 'I was told to.', summary: 'Somebody said so.' };

function findMails({ prompt }: LanguageModelV4CallOptions): string {
  return [...new Set(JSON.stringify(prompt).match(/[\w.]+@[\w.]+\w/g) ?? [])].join(', ');
}
