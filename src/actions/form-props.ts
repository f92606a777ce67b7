/**
 * What the dashboard and the form of a kind have in common. A kind's `face.ts` says how it looks in lists, its `form.tsx` what
 * can be set. A form draws, and never fetches by itself: what it needs of the server comes through `FormPorts`.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Connection } from '../contract/connections/connection.ts';
import type { EventTypePage } from '../contract/connections/event-type.ts';
import type { Card, CardOp } from '../contract/entry.ts';
import type { ImportedRequest, OperationList } from '../contract/http/import.ts';
import type { ActionTest, OutgoingPreview, RequestPreview } from '../contract/http/preview.ts';
import type { Secret } from '../contract/secret.ts';
import type { JsonObject } from './define.ts';

export type Language = 'en' | 'de';

/** A kind where somebody chooses one. */
export interface KindFace {
  icon: LucideIcon;
  texts: Record<Language, FaceTexts>;
  /** The settings that a new action begins with. */
  start(): JsonObject;
  /** What it changes in the world outside: then the visitor confirms first, where the owner says nothing else. Absent: it sends nothing. */
  changesSomething?(settings: JsonObject): boolean;
  /** Works as it begins: one click makes it. */
  worksAtOnce?: true;
  /** Made somewhere else, from what a connection offers. */
  isMadeElsewhere?: true;
}

export interface FaceTexts {
  label: string;
  description: string;
  /** One line of a conversation: what a visitor says. */
  example: string;
  /** The guidance that a new action begins with. */
  whenToUse: string;
}

/** The server, as a form sees it. Each rejects with an error whose message can be shown. */
export interface FormPorts {
  listConnections(kind: string): Promise<Connection[]>;
  listEventTypes(connectionId: string): Promise<EventTypePage>;
  /** Where meetings of this workspace are booked, when an action does not say it. */
  readEventLink(): Promise<string | null>;
  listSecrets(): Promise<Secret[]>;
  /** Write-only: the value is never told again. */
  saveSecret(name: string, secret: { value: string; hosts: string[] }): Promise<void>;
  importRequest(source: ImportSource): Promise<ImportedRequest | OperationList>;
  previewRequest(preview: RequestPreview): Promise<OutgoingPreview>;
  /** The page where third parties are connected. */
  integrationsPath: string;
}

export interface ImportSource {
  curl?: string;
  openapi?: string;
  operationId?: string;
  baseUrl?: string;
}

export interface FormProps<Settings> {
  settings: Settings;
  onChange(settings: Settings): void;
  /** What the server says of a place in the settings: `fields.0.name`. */
  errorAt(path: string): string | undefined;
  /** The places that something is wrong with. */
  faults: readonly string[];
  ports: FormPorts;
  language: Language;
}

/** Beside the form: what an owner tries before visitors do. */
export interface SideProps<Settings> extends FormProps<Settings> {
  /** Sends it once, for real. What is not saved yet is saved first; null: it could not be, and the form says why. */
  test(values: JsonObject): Promise<ActionTest | null>;
  isSaved: boolean;
}

/** What a card is drawn from before it is saved. */
export interface PreviewProps<Settings> extends Pick<FormProps<Settings>, 'settings' | 'ports' | 'language'> {
  /** Of the action. */
  name: string;
  /** The visitor is asked for their word first. */
  confirms: boolean;
}

/** What visitors will see, as far as the settings go. */
export interface CardPreview {
  /** What has to be put right before it is whole, in words. */
  missing: string[];
  /** The card, from when it comes to what it ends as. Empty: there is nothing to be seen yet. */
  stages: PreviewStage[];
}

export interface PreviewStage {
  /** One word: "Form", "Sent". */
  title: string;
  card: Card;
  /** What visitors do in another stage to get to this one. */
  after?: CardOp;
  /** What is otherwise in the real one. */
  note?: string;
}

export interface FormSection<Settings> {
  title: Record<Language, string>;
  hint: Record<Language, string>;
  Section: ComponentType<FormProps<Settings>>;
}

export interface KindForm<Settings = JsonObject> {
  sections: FormSection<Settings>[];
  Side?: ComponentType<SideProps<Settings>>;
  /** Of a kind with a card. Null: with these settings there is none. */
  usePreview?(props: PreviewProps<Settings>): CardPreview | null;
}

/** Only the registry knows a form without knowing its settings, and it gives each form those of its own kind. */
export function defineForm<Settings>(form: KindForm<Settings>): KindForm {
  return form as unknown as KindForm;
}
