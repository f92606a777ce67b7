/**
 * Who may import whom, in one place. In an `order`, imports go left only; what is `apart` never meets.
 * A new folder gets its place here, together with its first file.
 */
export const house = order(
  'src/contract',
  'src/template',
  'src/markdown',
  'src/connections',
  'src/actions',
  apart(
    order(
      'src/server/platform',
      'src/server/workspace',
      'src/server/mail',
      'src/server/accounts',
      'src/server/connections',
      'src/server/conversations',
      'src/server/metrics',
      'src/server/leads',
      'src/server/ledger',
      'src/server/webhooks',
      'src/server/bookings',
      'src/server/privacy',
      'src/server/backup',
      'src/server/knowledge',
      'src/server/builtin-engine',
      'src/server/http-requests',
      'src/server/agent',
      'src/server/overview',
      'src/server/widget-pages',
      'src/server/dashboard-pages',
      'src/server/open-outgoing.ts',
      'src/server/keep-outcomes.ts',
      'src/server/wiring.ts',
      'src/server/mount-http.ts',
      'src/server/app-options.ts',
      'src/server/app.ts',
      'src/server/listen.ts',
      'demo',
      'src/server/demo.ts',
      'src/server/main.ts',
      'evals',
      'src/cli',
    ),
    order('src/widget', apart('src/widget/loader', 'src/widget/panel')),
    order(
      'src/dashboard/app',
      'src/dashboard/texts',
      'src/dashboard/ui',
      'src/dashboard/gallery/kit',
      apart(
        'src/dashboard/actions',
        'src/dashboard/home',
        'src/dashboard/inbox',
        'src/dashboard/instructions',
        'src/dashboard/invitation',
        'src/dashboard/knowledge',
        'src/dashboard/leads',
        'src/dashboard/password',
        'src/dashboard/playground',
        'src/dashboard/integrations',
        'src/dashboard/model',
        'src/dashboard/privacy',
        'src/dashboard/secrets',
        'src/dashboard/settings',
        'src/dashboard/widget-settings',
        'src/dashboard/setup',
        'src/dashboard/sign-in',
      ),
      'src/dashboard/features.ts',
      'src/dashboard/frame',
      'src/dashboard/load-texts.ts',
      'src/dashboard/router.tsx',
      'src/dashboard/dashboard.tsx',
      'src/dashboard/main.tsx',
      'src/dashboard/gallery',
    ),
  ),
);

export interface Rooms {
  rule: 'order' | 'apart';
  rooms: (string | Rooms)[];
}

function order(...rooms: Rooms['rooms']): Rooms {
  return { rule: 'order', rooms };
}

function apart(...rooms: Rooms['rooms']): Rooms {
  return { rule: 'apart', rooms };
}
