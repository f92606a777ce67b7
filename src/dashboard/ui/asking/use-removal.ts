import { useState } from 'react';
import { ApiError } from '../../app/api-error.ts';
import { callApi } from '../../app/call-api.ts';
import { useReport } from '../telling/use-report.ts';
import { type Question, useConfirm } from './use-confirm.ts';

interface Removal {
  /** Of the API: `/v1/secrets/SHOP_KEY`. */
  path: string;
  isUsed: boolean;
  question: Omit<Question, 'onConfirm'>;
  /** Reads what is there anew. */
  refresh(): Promise<unknown>;
  /** In words, once it is gone. */
  removed: string;
}

/** Removes what nothing uses, once that is confirmed; of what is used it is asked what takes its place. */
export function useRemoval({ path, isUsed, question, refresh, removed }: Removal) {
  const { tryTo, done } = useReport();
  const confirm = useConfirm();
  const [isReplacing, setReplacing] = useState(false);
  const remove = async () => {
    try {
      await callApi(path, { method: 'DELETE' });
    } catch (problem) {
      if (!(problem instanceof ApiError && problem.code === 'in_use')) throw problem;
      // It is used by something that this page did not know of.
      await refresh();
      setReplacing(true);
      return;
    }
    await refresh();
    done(removed);
  };
  return {
    isReplacing,
    ask: () => (isUsed ? setReplacing(true) : confirm({ ...question, onConfirm: () => tryTo(remove) })),
    stop: () => setReplacing(false),
  };
}
