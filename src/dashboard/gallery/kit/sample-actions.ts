import type { Action } from '../../../contract/action.ts';
import type { ListedAction } from '../../../contract/actions/activity.ts';
import { ALWAYS_AVAILABLE } from '../../../contract/actions/availability.ts';
import type { Reference } from '../../../contract/actions/reference.ts';
import { daysAgo, minutesAgo } from './moments.ts';

interface KindSample {
  name: string;
  whenToUse: string;
  settings: Record<string, unknown>;
}

const files = import.meta.glob<{ sample: KindSample }>('../../../actions/*/gallery.ts', { eager: true });

/** One action of each kind, as its folder fills it in. */
export const sampleActions: Action[] = Object.entries(files).map(([file, { sample }], index) => {
  const kind = file.split('/').at(-2) ?? '';
  return {
    ...{
      id: `action-${kind}`,
      agentId: 'agent-1',
      kind,
      name: sample.name,
      enabled: index !== 1,
      problem: null,
    },
    guidance: {
      whenToUse: sample.whenToUse,
      whenNotToUse: 'The visitor only asks how it works.',
      examples: [`I want this: ${sample.name.toLowerCase()}`],
      counterExamples: [],
    },
    ...{ availability: ALWAYS_AVAILABLE, limit: null, confirm: false, version: 3 },
    settings: sample.settings,
    ...{ createdAt: daysAgo(20), updatedAt: daysAgo(1), archivedAt: null },
  };
});

const WEEKS: ListedAction['week'][] = [
  { shown: 0, done: 41, failed: 2, lastError: null },
  { shown: 0, done: 0, failed: 0, lastError: null },
  { shown: 18, done: 7, failed: 0, lastError: null },
  { shown: 0, done: 12, failed: 3, lastError: { callId: 'call-2', error: 'timeout', at: minutesAgo(12) } },
];

export const sampleListedActions: ListedAction[] = sampleActions.map((action, index) => ({
  ...action,
  week: WEEKS[index % WEEKS.length] as ListedAction['week'],
}));

export const sampleReferences: Reference[] = [
  { type: 'secret', id: 'shop_key', name: 'shop_key', agentId: null, blocks: true },
  { type: 'agent', id: 'agent-1', name: 'Robin', agentId: 'agent-1', blocks: false },
];
