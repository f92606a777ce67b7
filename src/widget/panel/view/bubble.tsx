import type { ComponentChildren } from 'preact';
import type { AuthorType, Citation } from '../../../contract/entry.ts';
import { safeLink } from '../../../markdown/safe-link.ts';
import { renderMarkdown } from '../markdown/render-markdown.tsx';
import type { Translate } from '../texts/translate.ts';

interface BubbleProps {
  author: AuthorType;
  /** Shown above: a teammate's, where they begin. Otherwise only read out. */
  name: string;
  follows?: boolean;
  text: string;
  citations?: Citation[] | undefined;
  t: Translate;
  children?: ComponentChildren;
}

/** One message. What the visitor wrote is plain text; the others write Markdown. */
export function Bubble({ author, name, follows = false, text, citations, t, children }: BubbleProps) {
  return (
    <div class={`entry ${author}`}>
      {author !== 'system' && (
        <p class={author === 'teammate' && !follows ? 'name' : 'unseen'} dir="auto">
          {name}
        </p>
      )}
      <div class="bubble" dir="auto">
        {author === 'visitor' ? text : renderMarkdown(text)}
      </div>
      {citations?.map(({ sourceId, title, url }) => {
        const link = url ? safeLink(url) : null;
        const words = t('source', { title });
        return (
          <p class="source" key={sourceId} dir="auto">
            {link ? (
              <a href={link.href} target="_blank" rel="noopener noreferrer nofollow ugc">
                {words}
              </a>
            ) : (
              words
            )}
          </p>
        );
      })}
      {children}
    </div>
  );
}
