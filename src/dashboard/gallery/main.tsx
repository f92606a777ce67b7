import './kit/without-eval.ts';
import '../app/trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../app/texts.ts';
import { Dashboard } from '../dashboard.tsx';
import { loadTexts } from '../load-texts.ts';
import { answerCalls } from './answer-calls.ts';
import { type FoundState, foundStates } from './find-states.ts';
import { FramedState } from './framed-state.tsx';
import { type GalleryAddress, readAddress } from './gallery-address.ts';
import { openState } from './open-state.ts';
import { setOnline } from './set-online.ts';
import { settle } from './settle.ts';
import { StateList } from './state-list.tsx';
import { takeSteps } from './take-steps.ts';

const root = createRoot(document.getElementById('root') as HTMLElement);
const { dataset } = document.documentElement;
let shown: FoundState | null = null;
let leaving = new AbortController();

const { countHeld } = answerCalls(() => shown);
await startTexts(loadTexts);
const { chats }: { chats: string[] } = await (await globalThis.fetch('/_gallery/chats.json')).json();
// Another state is another address of the same page: nothing is loaded again.
addEventListener('popstate', () => void show());
await show();

/** Shows what the address asks for, and says with `data-shown` that it stands, or with `data-problem` why it does not. */
async function show(): Promise<void> {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const address = readAddress(location);
  delete dataset.shown;
  delete dataset.problem;
  try {
    await draw(address, signal);
    if (!signal.aborted) dataset.shown = address.id ?? 'index';
  } catch (problem) {
    if (signal.aborted) return;
    console.error(problem);
    dataset.problem = String(problem);
  }
}

async function draw(address: GalleryAddress, signal: AbortSignal): Promise<void> {
  root.render(null);
  shown = null;
  if (!address.id) return root.render(<StateList states={foundStates} chats={chats} address={address} />);
  const state = foundStates.find(({ id }) => id === address.id);
  if (!state) throw new Error(`There is no state ${address.id}.`);
  if (address.width) return root.render(<FramedState {...address} width={address.width} />);
  shown = state;
  const { queryClient, router } = await openState(state, address);
  if (signal.aborted) return;
  root.render(<Dashboard key={state.id} queryClient={queryClient} router={router} />);
  const isBusy = () => router.state.isLoading || queryClient.isFetching() > countHeld(state);
  await settle(isBusy);
  if (state.isOffline) setOnline(false);
  await takeSteps(state.steps ?? [], signal);
  await settle(isBusy);
}
