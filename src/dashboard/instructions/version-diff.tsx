import './version-diff.css';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgentVersion } from '../../contract/agent.ts';
import { diffLines } from './diff-lines.ts';

const FIELDS = [
  { field: 'name', label: 'name' },
  { field: 'greeting', label: 'greeting' },
  { field: 'instructions', label: 'rules' },
  { field: 'tone', label: 'tone' },
  { field: 'language', label: 'language' },
] as const;

const MARKS = { same: ' ', added: '+', removed: '−' };

/** What a save changed, line by line. Told by marks, and not by colour alone. */
export function VersionDiff({ before, after }: { before: AgentVersion; after: AgentVersion }) {
  const { t } = useTranslation('instructions');
  return (
    <Stack gap="xs" mt={4}>
      {FIELDS.filter(({ field }) => before[field] !== after[field]).map(({ field, label }) => (
        <div key={field}>
          <Text size="xs" c="dimmed">
            {t(label)}
          </Text>
          <ul className="diff">
            {diffLines(before[field], after[field])
              .map((line, index) => ({ ...line, id: `${index}` }))
              .filter(({ change }) => change !== 'same')
              .map(({ id, change, text }) => (
                <li key={id} className={`diff-${change}`} dir="auto">
                  <span aria-hidden>{MARKS[change]} </span>
                  <span className="only-heard">{t(change === 'added' ? 'added' : 'removed')} </span>
                  {text === '' ? t('emptyLine') : text}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
