import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Account } from './account.ts';
import { type Faults, hits } from './faults.ts';
import { Limits } from './limits.ts';

export interface Application {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  signingKey: string;
}

export interface AccessToken {
  scopes: Set<string>;
  /** Milliseconds since 1970; null: for good. */
  expiresAt: number | null;
  application: Application | null;
}

interface Grant {
  application: Application;
  redirectUri: string;
  challenge: string | null;
  expiresAt: number;
}

const CODE_MS = 10 * 60_000;

/** Tokens: personal ones, and those that applications get by OAuth, with refresh tokens that are good for one use. */
export class AuthorizationServer {
  readonly routes = new Hono();
  readonly applications: Application[] = [];
  readonly access = new Map<string, AccessToken>();
  /** Refresh token → its access token. What is used or taken back is not in here. */
  readonly refresh = new Map<string, { application: Application; access: string }>();
  /** Requests with a refresh token, by what came of them. */
  readonly renewals: ('granted' | 'invalid_grant')[] = [];
  accessSeconds = 7_200;
  tokenRequestsPerMinute = 8;
  private readonly account: Account;
  private readonly faults: Faults;
  private readonly codes = new Map<string, Grant>();
  private readonly limits: Limits;

  constructor(account: Account, faults: Faults) {
    this.account = account;
    this.faults = faults;
    this.limits = new Limits(() => account.now());
    this.mount();
  }

  /** A personal access token with these scopes. */
  newPersonalToken(scopes: Iterable<string> = this.account.scopes): string {
    const token = `pat_${randomBytes(24).toString('base64url')}`;
    this.access.set(token, { scopes: new Set(scopes), expiresAt: null, application: null });
    return token;
  }

  newApplication(redirectUri: string): Application {
    const application = {
      clientId: randomBytes(16).toString('base64url'),
      clientSecret: randomBytes(24).toString('base64url'),
      redirectUris: [redirectUri],
      signingKey: randomBytes(24).toString('base64url'),
    };
    this.applications.push(application);
    return application;
  }

  /** Two hours go by, for every token that ends. */
  expireAccess(): void {
    for (const token of this.access.values()) if (token.expiresAt !== null) token.expiresAt = 0;
  }

  /** What the person does who takes an application's access back. */
  revokeAll(): void {
    for (const [token, { application }] of this.access) if (application) this.access.delete(token);
    this.refresh.clear();
  }

  private mount(): void {
    this.routes.get('/oauth/authorize', (context) => {
      const query = context.req.query();
      const application = this.findApplication(query.client_id);
      // An address that is not registered is never sent anybody to.
      if (!application?.redirectUris.includes(query.redirect_uri ?? ''))
        return context.text('The client or its redirect address is not known.', 400);
      if (query.response_type !== 'code') return context.text('The response type has to be code.', 400);
      const decide = new URLSearchParams(query).toString();
      return context.html(html`<!doctype html><html lang="en"><title>Calendly stand-in</title>
        <h1>Permit access?</h1>
        <form method="post" action="/oauth/authorize?${decide}">
        <button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form></html>`);
    });
    this.routes.post('/oauth/authorize', async (context) => {
      const query = context.req.query();
      const application = this.findApplication(query.client_id);
      const redirectUri = query.redirect_uri ?? '';
      if (!application?.redirectUris.includes(redirectUri)) return context.text('Not known.', 400);
      const target = new URL(redirectUri);
      if (query.state !== undefined) target.searchParams.set('state', query.state);
      const isPkce = query.code_challenge_method === 'S256' && query.code_challenge;
      const { decision } = await context.req.parseBody();
      if (decision === 'allow') {
        const code = randomBytes(24).toString('base64url');
        this.codes.set(code, {
          ...{ application, redirectUri },
          challenge: isPkce ? (query.code_challenge ?? null) : null,
          expiresAt: this.account.now() + CODE_MS,
        });
        target.searchParams.set('code', code);
      } else target.searchParams.set('error', 'access_denied');
      return context.redirect(target.href);
    });
    this.routes.post('/oauth/token', async (context) => {
      const limit = this.limits.take('token', [{ seconds: 60, most: this.tokenRequestsPerMinute }]);
      if (limit.isOver) return context.json({ error: 'too_many_requests' }, 429, limit.headers);
      if (hits(this.faults, 'tokensUnavailable')) return context.text('Service Unavailable', 503);
      const application = this.authenticate(context.req.header('authorization'));
      if (!application) return context.json({ error: 'invalid_client' }, 401);
      const form = Object.fromEntries(
        Object.entries(await context.req.parseBody()).map(([name, value]) => [name, String(value)]),
      );
      const answer = this.grant(application, form);
      if (hits(this.faults, 'tokensThenTimeout')) await new Promise(() => {});
      return context.json(answer, 'error' in answer ? 400 : 200);
    });
    this.routes.post('/oauth/revoke', async (context) => {
      if (!this.authenticate(context.req.header('authorization')))
        return context.json({ error: 'invalid_client' }, 401);
      const token = String((await context.req.parseBody()).token);
      const { access } = this.refresh.get(token) ?? { access: token };
      this.access.delete(access);
      this.refresh.delete(token);
      return context.json({}, 200);
    });
  }

  private grant(application: Application, form: Record<string, string>) {
    if (form.grant_type === 'authorization_code') {
      const grant = this.codes.get(form.code ?? '');
      this.codes.delete(form.code ?? '');
      const isGood =
        grant?.application === application &&
        grant.redirectUri === form.redirect_uri &&
        grant.expiresAt > this.account.now() &&
        (grant.challenge === null ||
          grant.challenge ===
            createHash('sha256')
              .update(form.code_verifier ?? '')
              .digest('base64url'));
      return isGood ? this.newPair(application) : { error: 'invalid_grant' };
    }
    if (form.grant_type === 'refresh_token') {
      const held = this.refresh.get(form.refresh_token ?? '');
      if (held?.application !== application) {
        this.renewals.push('invalid_grant');
        return { error: 'invalid_grant', error_description: 'The refresh token is invalid or was used.' };
      }
      this.refresh.delete(form.refresh_token ?? '');
      this.access.delete(held.access);
      this.renewals.push('granted');
      return this.newPair(application);
    }
    return { error: 'unsupported_grant_type' };
  }

  private newPair(application: Application) {
    const access = `at_${randomBytes(24).toString('base64url')}`;
    const refresh = `rt_${randomBytes(24).toString('base64url')}`;
    const expiresAt = this.account.now() + this.accessSeconds * 1_000;
    this.access.set(access, { scopes: new Set(this.account.scopes), expiresAt, application });
    this.refresh.set(refresh, { application, access });
    return {
      token_type: 'Bearer',
      access_token: access,
      refresh_token: refresh,
      expires_in: this.accessSeconds,
      created_at: Math.floor(this.account.now() / 1_000),
      scope: [...this.account.scopes].join(' '),
      owner: this.account.user.uri,
      organization: this.account.user.current_organization,
    };
  }

  private findApplication(clientId: string | undefined): Application | undefined {
    return this.applications.find((application) => application.clientId === clientId);
  }

  private authenticate(header = ''): Application | null {
    const text = Buffer.from(/^Basic (\S+)$/.exec(header)?.[1] ?? '', 'base64').toString();
    const [id = '', secret = ''] = text.split(':').map(decodeURIComponent);
    const application = this.findApplication(id);
    const [given, wanted] = [Buffer.from(secret), Buffer.from(application?.clientSecret ?? '')];
    return application && given.length === wanted.length && timingSafeEqual(given, wanted)
      ? application
      : null;
  }
}
