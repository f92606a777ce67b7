import type { Attachment, Entry } from '../../contract/entry.ts';
import type { Chat } from './state/chat.ts';

/** Puts the images of an entry into the place that is kept for them, each as soon as it comes into view. */
export function showImages(
  place: HTMLElement | null,
  { attachments = [], author }: Entry,
  chat: Pick<Chat, 'token'>,
): void {
  // Drawn again, it is the same place; null: it is gone.
  if (!place || place.childElementCount > 0) return;
  // More of them than there is room for scroll sideways, which the keyboard can do, too.
  Object.assign(place.style, { display: 'flex', gap: '8px', overflowX: 'auto' });
  place.tabIndex = 0;
  const label = LABELS[document.documentElement.lang] ?? LABELS.en;
  place.append(...attachments.map((attachment) => createImage(attachment, label(author.name), chat)));
}

/** Pixels, as the entry keeps room for: nothing moves when an image comes. */
const HEIGHT = 160;

function createImage(
  { id, width, height }: Attachment,
  label: string,
  chat: Pick<Chat, 'token'>,
): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = label;
  image.width = Math.min(240, (HEIGHT * width) / height);
  image.height = HEIGHT;
  image.style.objectFit = 'contain';
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    fetchImage(id, chat.token()).then(
      (blob) => {
        const address = URL.createObjectURL(blob);
        image.onload = () => URL.revokeObjectURL(address);
        image.src = address;
      },
      (error) => {
        // Its place and its words stay, and the next look at this conversation tries again.
        console.warn('Bellhop: an image could not be loaded.', error);
      },
    );
  });
  observer.observe(image);
  return image;
}

async function fetchImage(id: string, token: string): Promise<Blob> {
  const response = await fetch(`/widget/v1/files/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.blob();
}

/** Here, and not among the other texts, since only who is sent an image needs them. The name is the author's. */
const LABELS: Record<string, (name: string) => string> & { en: (name: string) => string } = {
  en: (name) => `Image from ${name}`,
  de: (name) => `Bild von ${name}`,
  ar: (name) => `صورة من ${name}`,
};
