/** The page of one card as its owner edits it: drawn as visitors get it, and whatever is done with it goes no further. */
import { render } from 'preact';
import type { CardOp } from '../../../contract/entry.ts';
import type { FromCardPage, ToCardPage } from '../../../contract/widget/card-page.ts';
import type { PanelConfig } from '../../../contract/widget/widget-config.ts';
import { applyLook } from '../apply-look.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { CardSlot } from '../view/card-slot.tsx';

const { agent } = JSON.parse(document.getElementById('config')?.textContent ?? '') as PanelConfig;
const root = document.getElementById('panel') as HTMLElement;
const measured = new ResizeObserver(([entry]) =>
  tell({ type: 'height', pixels: Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0) }),
);
/** What cards send by themselves: that they are seen, and what is being typed. */
const UNASKED: CardOp[] = ['open', 'draft'];
let latest: ToCardPage;

addEventListener('message', ({ source, origin, data }: MessageEvent<ToCardPage>) => {
  if (source !== parent || origin !== location.origin) return;
  latest = data;
  void draw();
});
for (const type of ['click', 'auxclick']) root.addEventListener(type, stayHere, true);
tell({ type: 'ready' });

async function draw(): Promise<void> {
  const language = await loadTexts(agent.language, latest.language);
  const { card, scheme } = latest;
  applyLook({ ...agent, scheme }, language);
  render(
    <div ref={measure} style={{ padding: '16px' }}>
      <CardSlot key={`${card.kind} ${card.state}`} entryId="preview" card={card} send={send} t={language.t} />
    </div>,
    root,
  );
}

function measure(content: HTMLElement | null): void {
  if (content) measured.observe(content);
}

async function send(op: CardOp): Promise<null> {
  if (UNASKED.includes(op)) return null;
  tell({ type: 'used', op });
  // A form that became a sentence took the focus with it.
  requestAnimationFrame(() => document.activeElement === document.body && root.focus());
  return null;
}

/** A link tells where it would lead. */
function stayHere(event: Event): void {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  tell({ type: 'link', address: link.href });
}

function tell(message: FromCardPage): void {
  parent.postMessage(message, location.origin);
}
