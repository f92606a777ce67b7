import { useEffect, useState } from 'preact/hooks';
import type { CardComponent, CardProps } from './card-props.ts';

/** A card in a file of its own: only a visitor who is shown one loads it. */
export function lazyCard(load: () => Promise<CardComponent>): CardComponent {
  let loaded: CardComponent | undefined;
  return function LazyCard(props: CardProps<never>) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Loaded) return;
      load().then(
        (card) => {
          loaded = card;
          setLoaded(() => card);
        },
        () => setFailed(true),
      );
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return <p class="card sentence">{failed ? props.t('unknownCard') : '…'}</p>;
  };
}
