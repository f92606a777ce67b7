import { Menu, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkToAgent, useAgent } from '../../app/agent.ts';
import { useMay } from '../../app/session.ts';
import { AgentButton } from './agent-button.tsx';
import { NewAgent } from './new-agent.tsx';

/** Which agent the pages are about, the others, and a new one. */
export default function AgentMenuEntries() {
  const { t } = useTranslation();
  const { agents, agent } = useAgent();
  const { pathname } = useLocation();
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <Menu position="bottom-start" width={230} withInitialFocusPlaceholder={false} defaultOpened>
        <Menu.Target>
          <AgentButton />
        </Menu.Target>
        <Menu.Dropdown mah="60vh" className="nav-scroll agent-menu">
          {agents.map(({ id, name }) => (
            <Menu.Item
              key={id}
              component="a"
              href={linkToAgent(id, pathname)}
              rightSection={id === agent?.id ? <Check size={14} aria-label={t('chosen')} /> : null}
            >
              <Text size="sm" truncate>
                {name}
              </Text>
            </Menu.Item>
          ))}
          {may('agents:write') && (
            <Menu.Item leftSection={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
              {t('newAgent')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isMaking && <NewAgent onClose={() => setMaking(false)} />}
    </>
  );
}
