import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../state/store.ts';

/** The store's state; draws again at every change. */
export function useStore<State>(store: Pick<Store<State>, 'get' | 'subscribe'>): State {
  const [state, setState] = useState(store.get);
  useEffect(() => {
    const follow = () => setState(store.get());
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
