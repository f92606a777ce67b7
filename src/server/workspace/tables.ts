import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../actions/define.ts';
import type { ActionLimit, Guidance } from '../../contract/action.ts';
import type { Availability } from '../../contract/actions/availability.ts';
import type { Agent } from '../../contract/agent.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const workspaces = pgTable('workspaces', {
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  isOperators: boolean('is_operators').notNull().default(false),
});

export const agents = pgTable('agents', {
  id: text().primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  name: text().notNull(),
  instructions: text().notNull(),
  greeting: text().notNull(),
  tone: text().notNull().$type<Agent['tone']>(),
  language: text().notNull(),
  model: jsonb().notNull().$type<Agent['model']>(),
  allowedOrigins: jsonb('allowed_origins').notNull().$type<string[]>(),
  widget: jsonb().notNull().$type<Agent['widget']>(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  deletedAt: instant('deleted_at'),
});

export const actions = pgTable('actions', {
  id: text().primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  agentId: text('agent_id').notNull(),
  kind: text().notNull(),
  name: text().notNull(),
  enabled: boolean().notNull(),
  problem: text(),
  guidance: jsonb().notNull().$type<Guidance>(),
  availability: jsonb().notNull().$type<Availability>(),
  settings: jsonb().notNull().$type<JsonObject>(),
  version: integer().notNull().default(1),
  confirm: boolean(),
  limit: jsonb('use_limit').$type<ActionLimit>(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});
