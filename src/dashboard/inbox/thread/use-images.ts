import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../contract/entry.ts';
import { ATTACHMENTS_MAX } from '../../../contract/limits.ts';
import { callApi } from '../../app/call-api.ts';
import { useReport } from '../../ui/telling/use-report.ts';

export interface PickedImage {
  key: number;
  /** Of this browser only. */
  preview: string;
  /** Null: on its way up. */
  attachment: Attachment | null;
}

/** Images beside a reply: they go up as soon as they are chosen, and with the reply to the visitor. */
export function useImages(conversationId: string) {
  const { report } = useReport();
  const [images, setImages] = useState<PickedImage[]>([]);
  const count = useRef(0);
  const previews = useRef(new Set<string>());
  useEffect(
    () => () => {
      for (const preview of previews.current) URL.revokeObjectURL(preview);
    },
    [],
  );

  const remove = (key: number) => setImages((before) => before.filter((image) => image.key !== key));

  function upload(file: File): void {
    const key = count.current++;
    const preview = URL.createObjectURL(file);
    previews.current.add(preview);
    setImages((before) => [...before, { key, preview, attachment: null }]);
    callApi<Attachment>(`/v1/conversations/${conversationId}/files`, { method: 'POST', body: file }).then(
      (attachment) =>
        setImages((before) => before.map((image) => (image.key === key ? { ...image, attachment } : image))),
      (error: unknown) => {
        remove(key);
        report(error);
      },
    );
  }

  return {
    images,
    remove,
    isUploading: images.some(({ attachment }) => attachment === null),
    attachments: images.flatMap(({ attachment }) => attachment ?? []),
    clear: () => setImages([]),
    /** @returns whether there was an image among them */
    add(files: Iterable<File>): boolean {
      const picked = [...files].filter(({ type }) => type.startsWith('image/'));
      for (const file of picked.slice(0, ATTACHMENTS_MAX - images.length)) upload(file);
      return picked.length > 0;
    },
  };
}
