/**
 * The shape of a kind of connection: a third party that a workspace is connected to, and that its actions use.
 *
 * A kind is a folder: `connection.ts` (this definition) and the client of the third party beside it. It gets the host
 * through `ConnectionPort`, so a test can pass a plain object. To add one, write the folder and its line in `index.ts`.
 */
import type { ZodType, z } from 'zod';
import type { EventTypePage } from '../contract/connections/event-type.ts';
import type { Mail, MailServer, MailWay } from './mail.ts';
import type { Send } from './outgoing.ts';

type JsonObject = { [key: string]: unknown };
/** Name → address without a trailing slash. */
type Addresses = Record<string, string>;

/** What is for anybody to know of a connection, and the way to its third party. */
export interface ConnectionPort<Settings = unknown, Places extends Addresses = Addresses> {
  settings: Settings;
  /** As the last good test found it; null: there was none. */
  account: JsonObject | null;
  addresses: Places;
  /**
   * The guarded way out, with the credentials put in by the host, to the kind's `hosts` only. A refused credential is
   * renewed where that can be done; else it fails with the reason `reconnect`, and nothing has happened.
   * @throws SendFailed
   */
  send: Send;
  /** The same for mails, of kinds that name a `mailServer`. */
  mail: MailWay;
}

/** Stands in a request for the address that is itself the secret; the host puts that in. */
export const SECRET_ADDRESS = 'https://secret-address.invalid/';

/** Something that happened, for people who are told of it elsewhere. */
export interface ToldEvent {
  /** As webhooks name it: `conversation.muted`. */
  type: string;
  data: JsonObject;
  /** Where a teammate answers. */
  conversationUrl: string;
}

/** What the definition of a kind says. Imports zod; never reaches the widget. */
export interface ConnectionDefinition<
  Kind extends string = string,
  Settings extends ZodType = ZodType,
  Places extends Addresses = Addresses,
  Credentials = unknown,
> {
  kind: Kind;
  /** On screens: "Calendly". */
  label: string;
  description: string;
  /** What may be shown. */
  settings: Settings;
  /** What may not; null: these settings need none. Write `.optional()` for what may be left out. */
  credentials(settings: z.infer<Settings>): ZodType<Credentials> | null;
  /** Where the third party is, by name. Only the operator can name other places: `platform/env.ts`. */
  addresses: Places;
  /**
   * The name under which the operator says where the third party of such a connection is, instead of the kind's. Where the
   * operator does not say it, such a connection leads nowhere.
   */
  placeOf?(settings: z.infer<Settings>): string | null;
  /** The only hosts (`name[:port]`) that the credentials go to. */
  hosts(settings: z.infer<Settings>, addresses: Places): string[];
  /** The values in the credentials that must never be told. */
  secrets(credentials: Credentials): string[];
  /** The headers of a request; `accessToken` is null for who has not been through `oauth`. */
  authorize(credentials: Credentials, accessToken: string | null): [name: string, value: string][];
  /** Where requests to `SECRET_ADDRESS` go. Absent: no address of this kind is a secret. */
  secretAddress?(credentials: Credentials, addresses: Places): string;
  /** Tells people of an event, where this kind is for that. @throws ConnectionProblem */
  tell?(port: ConnectionPort<z.infer<Settings>, Places>, event: ToldEvent): Promise<void>;
  /** Where mails go, and who signs in there. Absent: this kind is no mail server. */
  mailServer?(settings: z.infer<Settings>, credentials: Credentials | null): MailServer;
  /** Sends a mail of the workspace. @throws ConnectionProblem, or MailNotSent where nothing is wrong but with this mail */
  sendMail?(port: ConnectionPort<z.infer<Settings>, Places>, mail: Mail): Promise<void>;
  /** Only owners connect it: whoever holds it sees what could make an owner of them. */
  isForOwners?: true;
  /** Null: these settings do not use it. */
  oauth?(settings: z.infer<Settings>, credentials: Credentials, addresses: Places): OAuthClient | null;
  /** Asks the third party who this is. @throws ConnectionProblem */
  test(port: ConnectionPort<z.infer<Settings>, Places>): Promise<{ account: JsonObject }>;
  /** For a picker. Absent: there is nothing to book. @throws ConnectionProblem for what is wrong with the cursor only */
  listEventTypes?(
    port: ConnectionPort<z.infer<Settings>, Places>,
    page: { limit: number; cursor: string | null },
  ): Promise<EventTypePage>;
  /** What actions can be made of. Absent: it offers no tools. @throws ConnectionProblem */
  listTools?(port: ConnectionPort<z.infer<Settings>, Places>): Promise<ToolOffers>;
  hooks?: ConnectionHooks<z.infer<Settings>, Places, Credentials>;
}

/** What a third party offers to be used as actions, as it is at this moment. */
export interface ToolOffers {
  offers: ToolOffer[];
  /** There are more than are read. */
  isCut: boolean;
  /** How long it took to ask for them. */
  ms: number;
}

/** Everything in it was written by the third party. */
export interface ToolOffer {
  name: string;
  title: string | null;
  description: string;
  inputSchema: JsonObject;
  /** Another one as soon as the tool is. Empty: it was not looked at, for its problem. */
  hash: string;
  /** Why it cannot be used, for people. */
  problem: string | null;
  /** Of an action that uses the tool as it is now, but for its `connectionId`. Null: it cannot be used. */
  settings: JsonObject | null;
}

/** The owner's own application at the third party. */
export interface OAuthClient {
  authorizeUrl: string;
  tokenUrl: string;
  /** Where access is given back; absent: the third party has no such place. */
  revokeUrl?: string;
  clientId: string;
  clientSecret: string;
}

/** What the third party tells by itself. */
interface ConnectionHooks<Settings, Places extends Addresses, Credentials> {
  /** The key that the third party's application has; null: the host makes one and hands it to `subscribe`. */
  signingKey(credentials: Credentials): string | null;
  /** Asks to be told at this address. @returns null, or why it cannot be, for people */
  subscribe(
    port: ConnectionPort<Settings, Places>,
    target: { url: string; signingKey: string | null },
  ): Promise<string | null>;
  /** Whether these bytes come from the third party. `now`: seconds since 1970. */
  verify(delivery: { headers: Headers; body: Uint8Array; signingKey: string; now: number }): boolean;
  /** Null: nothing that concerns us. */
  read(body: unknown): BookingReport | null;
}

/** What a third party says of a booking. Times are ISO 8601. */
export interface BookingReport {
  /** One for each thing that happened, however often it is told. */
  key: string;
  change: 'booked' | 'rescheduled' | 'cancelled';
  /** Of the booking, as the third party names it. */
  uri: string;
  /** The booking that this one replaces. */
  replacesUri: string | null;
  eventTypeUri: string | null;
  startAt: string;
  endAt: string;
  /** What we gave along when it was made. */
  reference: string | null;
  /** Of who booked; absent: the third party does not say. IANA. */
  timeZone?: string;
  /** Where who booked can change it; absent: the third party does not say. */
  links?: { cancel: string; reschedule: string };
}

/** What is wrong with a connection; the message says it to people, with the next step. */
export class ConnectionProblem extends Error {
  readonly state: 'reconnect' | 'failing';
  constructor(state: 'reconnect' | 'failing', message: string, options?: ErrorOptions) {
    super(message, options);
    this.state = state;
  }
}

/** Helps TypeScript keep a kind's literal name, settings and addresses together. */
export function defineConnection<
  Kind extends string,
  Settings extends ZodType,
  Places extends Addresses,
  Credentials,
>(
  definition: ConnectionDefinition<Kind, Settings, Places, Credentials>,
): ConnectionDefinition<Kind, Settings, Places, Credentials> {
  return definition;
}
