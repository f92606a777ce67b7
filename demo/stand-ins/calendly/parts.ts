import type { Account } from './account.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import type { Faults } from './faults.ts';
import type { Webhooks } from './webhooks.ts';

/** What a stand-in is made of. */
export interface Parts {
  account: Account;
  authorization: AuthorizationServer;
  webhooks: Webhooks;
  faults: Faults;
}
