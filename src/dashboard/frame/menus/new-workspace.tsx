import { useTranslation } from 'react-i18next';
import { callApi } from '../../app/call-api.ts';
import { NameDialog } from '../../ui/asking/name-dialog.tsx';

/** Makes a workspace of one's own, and goes there. */
export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const make = async (body: { name: string }) => {
    await callApi('/v1/workspaces', { method: 'POST', body });
    // Nothing of the one before may stay.
    location.assign('/');
  };
  return (
    <NameDialog
      title={t('newWorkspace')}
      label={t('workspaceName')}
      hint={t('workspaceHint')}
      verb={t('makeWorkspace')}
      {...{ make, onClose }}
    />
  );
}
