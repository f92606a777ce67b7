import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Contact } from 'lucide-react';
import type { Feature } from '../app/feature.ts';
import type { LeadSearch } from './lead-search.ts';

export const leads: Feature = {
  routes: (frame) => [
    createRoute({
      getParentRoute: () => frame,
      path: '/leads',
      validateSearch: ({ q, lead }: Record<string, unknown>): LeadSearch => ({
        ...(typeof q === 'string' && q !== '' ? { q } : {}),
        ...(typeof lead === 'string' && lead !== '' ? { lead } : {}),
      }),
      component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
    }),
  ],
  nav: [{ to: '/leads', label: 'titles:leads', icon: Contact, group: 'data', key: 'l', needs: 'leads:read' }],
};
