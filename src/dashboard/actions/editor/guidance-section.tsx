import { Button, Collapse, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { LinesField } from './lines-field.tsx';
import { NumberedSection } from './numbered-section.tsx';
import type { Draft } from './use-draft.ts';

interface GuidanceSectionProps {
  draft: Draft;
  change(part: Partial<Draft>): void;
  errors: Record<string, string>;
}

/** When the agent uses the action, and when not. */
export function GuidanceSection({ draft, change, errors }: GuidanceSectionProps) {
  const { t } = useTranslation('actionEditor');
  const { guidance } = draft;
  const hasMore =
    Boolean(guidance.whenNotToUse) || guidance.examples.length + guidance.counterExamples.length > 0;
  const [isOpen, { toggle }] = useDisclosure(hasMore);
  const set = (part: Partial<Draft['guidance']>) => change({ guidance: { ...guidance, ...part } });
  const errorOf = (field: string) => errors[`guidance.${field}`] ?? firstBelow(errors, `guidance.${field}.`);
  return (
    <NumberedSection number={1} title={t('when')} hint={t('whenHint')}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errors.name}
        />
        <Textarea
          label={t('whenToUse')}
          placeholder={t('whenExample')}
          autosize
          minRows={2}
          value={guidance.whenToUse}
          onChange={(event) => set({ whenToUse: event.currentTarget.value })}
          error={errorOf('whenToUse')}
        />
        <Button variant="subtle" style={{ alignSelf: 'start' }} aria-expanded={isOpen} onClick={toggle}>
          {t('moreGuidance')}
        </Button>
        <Collapse expanded={isOpen}>
          <Stack gap="sm">
            <Textarea
              label={t('whenNotToUse')}
              autosize
              minRows={2}
              value={guidance.whenNotToUse}
              onChange={(event) => set({ whenNotToUse: event.currentTarget.value })}
              error={errorOf('whenNotToUse')}
            />
            <LinesField
              label={t('examples')}
              hint={t('examplesHint')}
              value={guidance.examples}
              onChange={(examples) => set({ examples })}
              error={errorOf('examples')}
            />
            <LinesField
              label={t('counterExamples')}
              hint={t('counterExamplesHint')}
              value={guidance.counterExamples}
              onChange={(counterExamples) => set({ counterExamples })}
              error={errorOf('counterExamples')}
            />
          </Stack>
        </Collapse>
      </Stack>
    </NumberedSection>
  );
}

function firstBelow(errors: Record<string, string>, prefix: string): string | undefined {
  return Object.entries(errors).find(([path]) => path.startsWith(prefix))?.[1];
}
