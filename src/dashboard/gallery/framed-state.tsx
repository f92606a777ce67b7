import { type GalleryAddress, writeAddress } from './gallery-address.ts';

/** A state in a window of another width, for whoever looks at it. */
export function FramedState({ width, ...address }: GalleryAddress & { width: number }) {
  return (
    <iframe
      title={`${address.id}, ${width} pixels`}
      src={writeAddress({ ...address, width: null }, true)}
      width={width}
      height={width < 700 ? 780 : 900}
      style={{ border: 0 }}
    />
  );
}
