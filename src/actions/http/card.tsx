import type { CardProps } from '../card-props.ts';
import { ValueList } from '../value-list.tsx';
import type { HttpPayload } from './payload.ts';

/** What the owner's API answered, as a small table. */
export function HttpCard({ entryId, payload }: CardProps<HttpPayload>) {
  const titleId = `title-${entryId}`;
  return (
    <section class="card" aria-labelledby={titleId}>
      <h2 id={titleId} dir="auto">
        {payload.title}
      </h2>
      <ValueList values={payload.rows} />
    </section>
  );
}
