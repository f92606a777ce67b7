import type { GalleryState } from './kit/gallery-state.ts';

/** A state, with where it is found. */
export interface FoundState extends GalleryState {
  /** The folder that it stands in. */
  group: string;
  /** `<group>/<name>`. */
  id: string;
}

const files = import.meta.glob<{ states: GalleryState[] }>('../*/gallery.ts', { eager: true });

/** Every state of the dashboard, by the folders that they stand in. */
export const foundStates: FoundState[] = Object.entries(files).flatMap(([file, { states }]) => {
  const group = file.split('/')[1] ?? '';
  return states.map((state) => ({ ...state, group, id: `${group}/${state.name}` }));
});
