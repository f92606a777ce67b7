import { createContext, useContext } from 'react';

export interface Question {
  title: string;
  text: string;
  /** What the button says that does it. */
  verb: string;
  onConfirm: () => void;
}

export const ConfirmContext = createContext<(question: Question) => void>(() => {
  throw new Error('useConfirm needs a ConfirmProvider around it');
});

/** Asks before what cannot be undone. */
export function useConfirm(): (question: Question) => void {
  return useContext(ConfirmContext);
}
