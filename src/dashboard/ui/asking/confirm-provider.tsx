import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ConfirmContext, type Question } from './use-confirm.ts';

/** Loaded with the first question: the first page does without. */
const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'));

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <ConfirmContext.Provider value={setQuestion}>
      {children}
      {question && (
        <Suspense>
          <ConfirmDialog question={question} onClose={() => setQuestion(null)} />
        </Suspense>
      )}
    </ConfirmContext.Provider>
  );
}
