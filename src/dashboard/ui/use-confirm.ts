import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Question {
  title: string;
  text: ReactNode;
  /** What the button says that does it. */
  verb: string;
  onConfirm: () => void;
}

/** Asks before what cannot be undone. */
export function useConfirm(): (question: Question) => void {
  const { t } = useTranslation();
  return ({ title, text, verb, onConfirm }) => {
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm: verb, cancel: t('cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('close') },
      onConfirm,
    });
  };
}
