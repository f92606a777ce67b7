import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../contract/entry.ts';

/** Images of a message. The server asks each time who wants them, and the session's cookie answers. */
export function Images({ attachments, who }: { attachments: Attachment[]; who: string }) {
  const { t } = useTranslation('inbox');
  return attachments.map(({ id, width, height }) => (
    <a key={id} href={`/api/v1/files/${id}`} target="_blank" rel="noopener" className="inbox-image">
      <img
        src={`/api/v1/files/${id}`}
        alt={t('imageFrom', { name: who })}
        width={width}
        height={height}
        loading="lazy"
      />
    </a>
  ));
}
