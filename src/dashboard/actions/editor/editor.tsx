import { Alert, Box, List, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../actions/define.ts';
import type { FormProps, KindFace, KindForm } from '../../../actions/form-props.ts';
import type { Action } from '../../../contract/action.ts';
import type { ActionTest } from '../../../contract/http/preview.ts';
import { callApi } from '../../app/call-api.ts';
import { useMay } from '../../app/session.ts';
import { currentLanguage } from '../../app/texts.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { useTitle } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { PageLoading } from '../../ui/states/page-loading.tsx';
import { useExplain } from '../../ui/states/use-explain.ts';
import { CallsTab } from '../calls/calls-tab.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { EditorHead } from './editor-head.tsx';
import { GuidanceSection } from './guidance-section.tsx';
import { NumberedSection } from './numbered-section.tsx';
import { SafetySection } from './safety-section.tsx';
import { useDraft } from './use-draft.ts';
import { usePorts } from './use-ports.ts';
import { UsesTab } from './uses-tab.tsx';

interface EditorProps {
  agentId: string;
  kind: string;
  form: { face: KindFace; load(): Promise<KindForm> };
  /** Null: it is new. */
  initial: Action | null;
  onBorn(id: string): Promise<void>;
}

/** An action in numbered steps, with what its kind adds to them, and what came of it. */
export function Editor({ agentId, kind, form, initial, onBorn }: EditorProps) {
  const { t } = useTranslation('actionEditor');
  const { face } = form;
  const language = currentLanguage();
  const explain = useExplain();
  const mayWrite = useMay()('agents:write');
  const ports = usePorts();
  const editing = useDraft({ agentId, kind, face, initial, onBorn });
  const { saved, draft, change, errors, isDirty, save } = editing;
  const navigate = useNavigate();
  const { tab = 'settings' } = useSearch({ strict: false }) as { tab?: string };
  const loaded = useQuery({
    queryKey: ['action-form', 'kind', kind],
    queryFn: form.load,
    staleTime: Infinity,
  });
  const body = useRef<HTMLDivElement>(null);
  useUnsavedGuard(isDirty && mayWrite);
  useTitle(draft.name || t('newTitle', { kind: face.texts[language].label }));
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    // A fault may stand in a tab that is opened for it just now.
    const frame = requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [errors]);

  if (loaded.error) return <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} />;
  if (!loaded.data) return <PageLoading />;
  const { sections, Side, usePreview } = loaded.data;
  const prefix = 'settings.';
  const props: FormProps<JsonObject> = {
    settings: draft.settings,
    onChange: (settings) => change({ settings }),
    errorAt: (path) => errors[prefix + path],
    faults: Object.keys(errors).flatMap((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : [])),
    ports,
    language,
  };
  const test = async (values: JsonObject): Promise<ActionTest | null> => {
    const action = await save();
    if (!action) return null;
    try {
      return await callApi<ActionTest>(`/v1/actions/${action.id}/test`, { method: 'POST', body: { values } });
    } catch (cause) {
      throw new Error(explain(cause), { cause });
    }
  };
  const faults = Object.entries(errors);
  return (
    <Box>
      <EditorHead {...{ editing, face, mayWrite }} />
      <Tabs
        value={saved ? tab : 'settings'}
        onChange={(next) => void navigate({ to: '.', search: { tab: next ?? undefined } as never })}
        keepMounted={false}
      >
        {saved && (
          <Tabs.List px="lg" pt="xs">
            <Tabs.Tab value="settings">{t('settings')}</Tabs.Tab>
            <Tabs.Tab value="calls">{t('calls')}</Tabs.Tab>
            <Tabs.Tab value="uses">{t('uses')}</Tabs.Tab>
          </Tabs.List>
        )}
        <Tabs.Panel value="settings" tabIndex={-1}>
          <div className="editor-body" ref={body}>
            <fieldset className="editor-steps" disabled={!mayWrite}>
              {saved?.problem && (
                <Alert color="red" title={t('suspended')}>
                  {saved.problem}
                </Alert>
              )}
              {faults.length > 0 && (
                <Alert color="red" role="alert" title={t('faults', { count: faults.length })}>
                  <List size="sm">
                    {faults.map(([path, message]) => (
                      <List.Item key={path}>
                        {path.replace(prefix, '')}: {message}
                      </List.Item>
                    ))}
                  </List>
                </Alert>
              )}
              <GuidanceSection {...{ draft, change, errors }} />
              {sections.map(({ title, hint, Section }, index) => (
                <NumberedSection
                  key={title.en}
                  number={index + 2}
                  title={title[language]}
                  hint={hint[language]}
                >
                  <Section {...props} />
                </NumberedSection>
              ))}
              <SafetySection number={sections.length + 2} {...{ draft, change, errors, face }} />
            </fieldset>
            <aside className="editor-side" aria-label={t('beside')}>
              {usePreview && (
                <PreviewPane
                  {...{ agentId, usePreview, ports, language, name: draft.name, settings: draft.settings }}
                  confirms={draft.confirm ?? face.changesSomething?.(draft.settings) ?? false}
                />
              )}
              {Side && mayWrite && <Side {...props} test={test} isSaved={saved !== null && !isDirty} />}
            </aside>
          </div>
        </Tabs.Panel>
        {saved && (
          <>
            <Tabs.Panel value="calls">
              <CallsTab actionId={saved.id} />
            </Tabs.Panel>
            <Tabs.Panel value="uses">
              <UsesTab actionId={saved.id} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </Box>
  );
}
