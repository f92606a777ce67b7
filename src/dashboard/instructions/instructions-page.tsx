import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { WithAgent } from '../ui/with-agent.tsx';
import { DeleteAgent } from './delete-agent.tsx';
import { InstructionsForm } from './instructions-form.tsx';
import { Versions } from './versions.tsx';

/** Who the agent is and what it says, and what that was before. */
export function InstructionsPage() {
  const { t } = useTranslation('instructions');
  // What was restored takes the place of what stands in the form.
  const [restored, setRestored] = useState(0);
  return (
    <WithAgent>
      {(agent) => (
        <Page title={t('title')} hint={t('hint', { name: agent.name })} maxWidth={1_160}>
          <div className="beside">
            <InstructionsForm key={`${agent.id} ${restored}`} agent={agent} />
            <Stack align="flex-start">
              <Versions agent={agent} onRestore={() => setRestored((count) => count + 1)} />
              <DeleteAgent agent={agent} />
            </Stack>
          </div>
        </Page>
      )}
    </WithAgent>
  );
}
