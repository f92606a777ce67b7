import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, Keyboard, LogOut, Monitor, Moon, Plus, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../app/call-api.ts';
import { useMe } from '../../app/session.ts';
import { changeLanguage, currentLanguage, LANGUAGES } from '../../app/texts.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { openShortcuts } from '../shortcuts/open-shortcuts.ts';
import { NewWorkspace } from './new-workspace.tsx';
import { UserButton } from './user-button.tsx';

const SCHEMES = [
  { scheme: 'light', icon: Sun },
  { scheme: 'dark', icon: Moon },
  { scheme: 'auto', icon: Monitor },
] as const;

/** Who is signed in, how it looks, in which language, and the way out. */
export default function UserMenuEntries() {
  const { t } = useTranslation();
  const { user, workspace, workspaces } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { tryTo } = useReport();
  const [isMaking, setMaking] = useState(false);

  const switchTo = (workspaceId: string) =>
    tryTo(async () => {
      await callApi('/v1/me/workspace', { method: 'POST', body: { workspaceId } });
      queryClient.clear();
      await navigate({ to: '/', reloadDocument: true });
    });
  const signOut = () =>
    tryTo(async () => {
      await callApi('/v1/sign-out', { method: 'POST' });
      queryClient.clear();
      await navigate({ to: '/sign-in' });
    });
  return (
    <>
      <Menu position="top-start" width={230} withInitialFocusPlaceholder={false} defaultOpened>
        <Menu.Target>
          <UserButton />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{user.email}</Menu.Label>
          {workspaces.length > 1 &&
            workspaces.map(({ id, name }) => (
              <Menu.Item
                key={id}
                onClick={() => switchTo(id)}
                rightSection={id === workspace.id ? <Check size={14} aria-label={t('chosen')} /> : null}
              >
                {name}
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
            {t('newWorkspace')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('appearance')}</Menu.Label>
          {SCHEMES.map(({ scheme, icon: Icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={15} aria-hidden />}
              rightSection={scheme === colorScheme ? <Check size={14} aria-label={t('chosen')} /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {t(scheme)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('language')}</Menu.Label>
          {LANGUAGES.map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              rightSection={
                language === currentLanguage() ? <Check size={14} aria-label={t('chosen')} /> : null
              }
              onClick={() => tryTo(() => changeLanguage(language))}
            >
              {NAMES[language]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Keyboard size={15} aria-hidden />} onClick={openShortcuts}>
            {t('shortcuts')}
          </Menu.Item>
          <Menu.Item leftSection={<LogOut size={15} aria-hidden />} onClick={signOut}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isMaking && <NewWorkspace onClose={() => setMaking(false)} />}
    </>
  );
}

/** In their own words, so that whoever reads only that one finds it. */
const NAMES = { en: 'English', de: 'Deutsch' };
