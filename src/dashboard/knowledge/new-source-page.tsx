import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { SourceContent } from '../../contract/knowledge.ts';
import { callApi } from '../app/call-api.ts';
import { Page } from '../ui/page.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { WithAgent } from '../ui/with-agent.tsx';
import { SourceForm } from './source-form.tsx';

const EMPTY_FAQ: SourceContent = { type: 'faq', title: '', items: [{ question: '', answer: '' }] };
const EMPTY_TEXT: SourceContent = { type: 'text', title: '', text: '' };

export function NewFaqPage() {
  return <WithAgent>{(agent) => <NewSource agent={agent} content={EMPTY_FAQ} />}</WithAgent>;
}

export function NewTextPage() {
  return <WithAgent>{(agent) => <NewSource agent={agent} content={EMPTY_TEXT} />}</WithAgent>;
}

function NewSource({ agent, content }: { agent: Agent; content: SourceContent }) {
  const { t } = useTranslation('knowledge');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { done } = useReport();
  async function save(filled: SourceContent): Promise<void> {
    const body = { agentId: agent.id, ...filled };
    await callApi('/v1/knowledge/sources', { method: 'POST', body });
    await queryClient.invalidateQueries({ queryKey: ['sources', agent.id] });
  }
  async function leave(): Promise<void> {
    await navigate({ to: '/knowledge' });
    done(t('added'));
  }
  return (
    <Page title={t(content.type === 'faq' ? 'newFaq' : 'newText')} maxWidth={820}>
      <SourceForm content={content} verb={t('add')} onSave={save} onSaved={leave} />
    </Page>
  );
}
