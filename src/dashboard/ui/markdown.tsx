import { Anchor } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { type Block, parseBlocks } from '../../markdown/parse-blocks.ts';
import { type Inline, parseInline } from '../../markdown/parse-inline.ts';
import { hostToShow, safeLink } from '../../markdown/safe-link.ts';

/** What somebody wrote in a chat, read as the widget reads it: no markup of theirs, nothing is loaded, and links lead where they say. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown" dir="auto">
      {renderAll(parseBlocks(text), renderBlock)}
    </div>
  );
}

/** What was written never moves: its place is its key. */
function renderAll<Part>(parts: Part[], render: (part: Part, index: number) => ReactNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of one text, which are made anew together
  return parts.map((part, index) => <Fragment key={index}>{render(part, index)}</Fragment>);
}

function renderBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{renderText(block.text)}</p>;
    case 'heading':
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
      return <blockquote>{renderAll(block.blocks, renderBlock)}</blockquote>;
    case 'list': {
      const items = renderAll(block.items, (item) => <li>{renderAll(item, renderItemBlock)}</li>);
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'table':
      return renderTable(block.head, block.rows);
  }
}

/** The first words of an item stand beside its marker, without a paragraph around them. */
function renderItemBlock(block: Block, index: number): ReactNode {
  return index === 0 && block.type === 'paragraph' ? renderText(block.text) : renderBlock(block);
}

function renderTable(head: string[], rows: string[][]): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways needs the keyboard
    <div className="markdown-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {renderAll(head, (cell) => (
              <th>{renderText(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {renderAll(rows, (row) => (
            <tr>
              {renderAll(row, (cell) => (
                <td>{renderText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderText(text: string): ReactNode {
  return renderAll(parseInline(text), renderInline);
}

function renderInline(node: Inline): ReactNode {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'break':
      return <br />;
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return renderLink(node.address, node.words, renderAll(node.children, renderInline));
    default: {
      const Tag = node.type;
      return <Tag>{renderAll(node.children, renderInline)}</Tag>;
    }
  }
}

function renderLink(address: string, words: string, children: ReactNode): ReactNode {
  const url = safeLink(address);
  if (!url) return children;
  const host = hostToShow(words, url);
  return (
    <>
      <Anchor
        td="underline"
        href={url.href}
        title={url.href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        underline="always"
        inherit
      >
        {children}
      </Anchor>
      {host && ` (${host})`}
    </>
  );
}
