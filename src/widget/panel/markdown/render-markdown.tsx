import type { ComponentChildren } from 'preact';
import { type Block, parseBlocks } from '../../../markdown/parse-blocks.ts';
import { type Inline, parseInline } from '../../../markdown/parse-inline.ts';
import { hostToShow, safeLink } from '../../../markdown/safe-link.ts';

/**
 * Markdown as our own nodes. Nothing in the text can become markup, load something, or lead anywhere but to
 * http, https, mailto and tel: raw HTML is shown as text, and an image as a link.
 */
export function renderMarkdown(text: string): ComponentChildren {
  return parseBlocks(text).map(renderBlock);
}

function renderBlock(block: Block): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return <p>{renderText(block.text)}</p>;
    case 'heading':
      // A heading inside a message is no heading of the page.
      return (
        <p>
          <strong>{renderText(block.text)}</strong>
        </p>
      );
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways needs the keyboard
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'quote':
      return <blockquote>{block.blocks.map(renderBlock)}</blockquote>;
    case 'list': {
      const items = block.items.map((item) => <li>{item.map(renderItemBlock)}</li>);
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'table':
      return renderTable(block.head, block.rows);
  }
}

/** The first words of an item stand beside its marker, without a paragraph around them. */
function renderItemBlock(block: Block, index: number): ComponentChildren {
  return index === 0 && block.type === 'paragraph' ? renderText(block.text) : renderBlock(block);
}

function renderTable(head: string[], rows: string[][]): ComponentChildren {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways needs the keyboard
    <div class="table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th>{renderText(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{renderText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderText(text: string): ComponentChildren {
  return parseInline(text).map(renderInline);
}

function renderInline(node: Inline): ComponentChildren {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'break':
      return <br />;
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return renderLink(node.address, node.words, node.children.map(renderInline));
    default: {
      const Tag = node.type;
      return <Tag>{node.children.map(renderInline)}</Tag>;
    }
  }
}

function renderLink(address: string, words: string, children: ComponentChildren): ComponentChildren {
  const url = safeLink(address);
  if (!url) return children;
  const host = hostToShow(words, url);
  return (
    <>
      <a href={url.href} title={url.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {children}
      </a>
      {host && ` (${host})`}
    </>
  );
}
