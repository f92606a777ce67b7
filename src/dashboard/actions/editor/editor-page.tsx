import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findForm } from '../../../actions/forms.tsx';
import type { Action } from '../../../contract/action.ts';
import { useAgent } from '../../app/agent.ts';
import { callApi } from '../../app/call-api.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { PageLoading } from '../../ui/states/page-loading.tsx';
import { Editor } from './editor.tsx';

const NEW = /^new-/;

/** One action, or a new one of a kind: `/actions/new-http`. */
export function EditorPage() {
  const { t } = useTranslation('actions');
  const { actionId = '' } = useParams({ strict: false }) as { actionId?: string };
  const { agent } = useAgent();
  const navigate = useNavigate();
  /** A new action that was just saved stays in its editor, with what was tried there. */
  const born = useRef<{ from: string; id: string } | null>(null);
  const newKind = NEW.test(actionId) ? actionId.replace(NEW, '') : null;
  const { data, error, refetch } = useQuery({
    queryKey: ['action', actionId],
    queryFn: ({ signal }) => callApi<Action>(`/v1/actions/${actionId}`, { signal }),
    enabled: newKind === null,
  });
  const kind = newKind ?? data?.kind;
  if (error)
    return (
      <Page title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!kind || !agent) return <PageLoading />;
  const form = findForm(kind);
  if (!form)
    return (
      <Page title={t('title')}>
        <p>{t('unknownKind', { kind })}</p>
      </Page>
    );
  return (
    <Editor
      key={born.current?.id === actionId ? born.current.from : actionId}
      agentId={agent.id}
      kind={kind}
      form={form}
      initial={newKind === null ? (data ?? null) : null}
      onBorn={(id) => {
        born.current = { from: actionId, id };
        return navigate({ to: `/actions/${id}`, replace: true, ignoreBlocker: true });
      }}
    />
  );
}
