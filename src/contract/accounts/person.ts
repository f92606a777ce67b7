import * as z from 'zod';
import { PERMISSIONS, ROLES } from './permissions.ts';

/** Characters. Long is what makes a password good; nothing else is asked of it. */
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 128;

const name = z.string().trim().min(1, 'is missing').max(100);
/** One person has one account, however they write their address. */
const email = z.string().trim().toLowerCase().max(200).pipe(z.email('is not an e-mail address'));
const password = z
  .string()
  .min(PASSWORD_MIN, `must have at least ${PASSWORD_MIN} characters`)
  .max(PASSWORD_MAX, `can have ${PASSWORD_MAX} characters at most`);

export const setupSchema = z.strictObject({
  code: z.string().trim().max(100),
  name,
  email,
  password,
  workspaceName: name,
});

export const signInSchema = z.strictObject({ email, password: z.string().max(PASSWORD_MAX) });
export const forgottenSchema = z.strictObject({ email });
export const resetSchema = z.strictObject({ token: z.string().max(200), password });
export const newPasswordSchema = z.strictObject({
  current: z.string().max(PASSWORD_MAX),
  password,
});
export const newWorkspaceSchema = z.strictObject({ name });

const role = z.enum(ROLES);
export const roleSchema = z.strictObject({ role });

/** Who is signed in, and what they may do where they are. */
export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  role,
  permissions: z.array(z.enum(PERMISSIONS)),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), role })),
});
export type Me = z.infer<typeof meSchema>;

/** Answered to anybody: what a page has to know before it shows anything. */
export const sessionSchema = z.object({
  /** Nobody has an account yet: the first start. */
  setupNeeded: z.boolean(),
  /** Null: whoever asks is not signed in. */
  me: meSchema.nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  since: z.string(),
});
export type Member = z.infer<typeof memberSchema>;

export const newInvitationSchema = z.strictObject({ email, role });
export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  expiresAt: z.string(),
  createdAt: z.string(),
});
export type Invitation = z.infer<typeof invitationSchema>;
/** As it was just made. `unsent`: the mail was not sent, and why; who invites hands the link on themselves. */
export const madeInvitationSchema = invitationSchema.extend({
  unsent: z.object({ problem: z.string(), link: z.string() }).nullable(),
});
export type MadeInvitation = z.infer<typeof madeInvitationSchema>;
/** What the link of an invitation tells whoever opens it. */
export const openInvitationSchema = z.object({
  email: z.string(),
  workspaceName: z.string(),
  role,
  /** They sign in with the password they have, and make none. */
  hasAccount: z.boolean(),
});
export type OpenInvitation = z.infer<typeof openInvitationSchema>;
export const acceptInvitationSchema = z.strictObject({
  token: z.string().max(200),
  name: name.optional(),
  password: z.string().max(PASSWORD_MAX),
});
