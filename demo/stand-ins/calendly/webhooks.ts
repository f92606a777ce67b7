import { createHmac } from 'node:crypto';
import type { Account, Invitee } from './account.ts';

export interface SentWebhook {
  event: string;
  url: string;
  body: string;
  headers: Record<string, string>;
  /** 0: nobody answered. */
  status: number;
}

/** Tells subscribers of bookings, signed as Calendly signs. It is told once; Calendly would try again for a day. */
export class Webhooks {
  readonly sent: SentWebhook[] = [];
  private readonly account: Account;
  private readonly underWay = new Set<Promise<void>>();

  constructor(account: Account) {
    this.account = account;
  }

  tell(event: 'invitee.created' | 'invitee.canceled', invitee: Invitee): void {
    const scheduled = this.account.events.find(({ uri }) => uri === invitee.event);
    const body = JSON.stringify({
      event,
      created_at: new Date(this.account.now()).toISOString(),
      created_by: this.account.user.uri,
      payload: { ...invitee, scheduled_event: scheduled },
    });
    for (const subscription of this.account.subscriptions.filter(({ events }) => events.includes(event))) {
      const delivery = this.deliver(event, subscription.callback_url, subscription.signing_key, body);
      this.underWay.add(delivery);
      void delivery.finally(() => this.underWay.delete(delivery));
    }
  }

  /** Sends the same bytes again, as after an answer that was lost; signed anew. */
  async repeat({ event, url, body }: SentWebhook): Promise<void> {
    const key = this.account.subscriptions.find(({ callback_url }) => callback_url === url)?.signing_key;
    await this.deliver(event, url, key ?? '', body);
  }

  /** Until all that was told has been answered. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async deliver(event: string, url: string, key: string, body: string): Promise<void> {
    const time = Math.floor(this.account.now() / 1_000);
    const mac = createHmac('sha256', key).update(`${time}.${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'Calendly-Webhook-Signature': `t=${time},v1=${mac}`,
    };
    const status = await fetch(url, { method: 'POST', headers, body })
      .then(async (response) => {
        await response.body?.cancel();
        return response.status;
      })
      .catch(() => 0);
    this.sent.push({ event, url, body, headers, status });
  }
}
