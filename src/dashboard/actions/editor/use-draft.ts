import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindFace } from '../../../actions/form-props.ts';
import type { Action, NewAction } from '../../../contract/action.ts';
import { ApiError } from '../../app/api-error.ts';
import { callApi } from '../../app/call-api.ts';
import { currentLanguage } from '../../app/texts.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { ALWAYS } from '../availability/always.ts';

/** What can be changed of an action. `confirm` is null where the kind decides. */
export type Draft = Pick<NewAction, 'name' | 'guidance' | 'availability' | 'limit' | 'confirm' | 'settings'>;

interface DraftOf {
  agentId: string;
  kind: string;
  face: KindFace;
  initial: Action | null;
  onBorn(id: string): Promise<void>;
}

/** An action as it is edited: the API checks it, and its problems stand beside their fields. Nothing typed is ever lost. */
export function useDraft({ agentId, kind, face, initial, onBorn }: DraftOf) {
  const { t } = useTranslation('actionEditor');
  const queryClient = useQueryClient();
  const { report, done } = useReport();
  const [saved, setSaved] = useState<Action | null>(initial);
  const [draft, setDraft] = useState<Draft>(() => (initial ? draftOf(initial, face) : newDraft(face)));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const before = saved ? draftOf(saved, face) : newDraft(face);
  const changed = Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !isSame(value, before[name as keyof Draft])),
  );
  const isDirty = Object.keys(changed).length > 0;

  function keep(action: Action): void {
    setSaved(action);
    queryClient.setQueryData(['action', action.id], action);
    void queryClient.invalidateQueries({ queryKey: ['actions'] });
  }

  async function save(): Promise<Action | null> {
    if (saved && !isDirty) return saved;
    setSaving(true);
    setErrors({});
    try {
      const action = saved
        ? await callApi<Action>(`/v1/actions/${saved.id}`, { method: 'PATCH', body: changed })
        : await callApi<Action>(`/v1/agents/${agentId}/actions`, {
            method: 'POST',
            body: { kind, ...draft },
          });
      keep(action);
      setDraft(draftOf(action, face));
      done(t('saved'));
      if (!saved) await onBorn(action.id);
      return action;
    } catch (problem) {
      const details = problem instanceof ApiError ? problem.details : [];
      if (details.length === 0) report(problem);
      else setErrors(Object.fromEntries(details.map(({ path, message }) => [path, message])));
      return null;
    } finally {
      setSaving(false);
    }
  }

  return {
    saved,
    keep,
    draft,
    change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })),
    errors,
    isDirty,
    isSaving,
    save,
  };
}

function newDraft(face: KindFace): Draft {
  const { label, whenToUse } = face.texts[currentLanguage()];
  return {
    // An action of one's own has a name of its own.
    name: face.changesSomething ? '' : label,
    guidance: { whenToUse, whenNotToUse: '', examples: [], counterExamples: [] },
    availability: ALWAYS,
    limit: null,
    confirm: null,
    settings: face.start(),
  };
}

function draftOf(action: Action, face: KindFace): Draft {
  const { name, guidance, availability, limit, confirm, settings } = action;
  const isUsual = confirm === (face.changesSomething?.(settings) ?? false);
  return { name, guidance, availability, limit, settings, confirm: isUsual ? null : confirm };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
