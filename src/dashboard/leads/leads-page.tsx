import { Button, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Contact, Download, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../contract/lead.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { LeadDetail } from './lead-detail.tsx';
import type { LeadSearch } from './lead-search.ts';
import { LeadTable } from './lead-table.tsx';

const PAUSE_MS = 250;

/** Who left their details. What is looked for, and at whom, stands in the address. */
export function LeadsPage() {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const { q, lead } = useSearch({ strict: false }) as LeadSearch;
  const [words, setWords] = useState(q ?? '');
  const search = useDebouncedCallback((text: string) => {
    const next: LeadSearch = text === '' ? {} : { q: text };
    void navigate({ to: '/leads', search: next, replace: true });
  }, PAUSE_MS);
  const open = (id: string | undefined) => {
    const next: LeadSearch = { ...(q ? { q } : {}), ...(id ? { lead: id } : {}) };
    void navigate({ to: '/leads', search: next });
  };
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      maxWidth={1_160}
      actions={
        <Button
          component="a"
          href="/api/v1/leads.csv"
          download
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          {t('export')}
        </Button>
      }
    >
      <Stack>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value.trim());
          }}
          leftSection={<Search size={16} aria-hidden />}
          maw={420}
          maxLength={200}
        />
        <PagedList<Lead>
          queryKey={['leads']}
          path="/v1/leads"
          query={{ q }}
          empty={
            q ? (
              <EmptyState icon={Search} title={t('notFound', { q })} hint={t('notFoundHint')} />
            ) : (
              <EmptyState icon={Contact} title={t('none')} hint={t('noneHint')}>
                <Button component={Link} to="/actions/new">
                  {t('turnOn')}
                </Button>
              </EmptyState>
            )
          }
        >
          {(items) => <LeadTable leads={items} onOpen={open} />}
        </PagedList>
      </Stack>
      {lead && <LeadDetail key={lead} id={lead} onClose={() => open(undefined)} />}
    </Page>
  );
}
