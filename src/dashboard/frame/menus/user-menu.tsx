import { lazyMenu } from './lazy-menu.tsx';
import { UserButton } from './user-button.tsx';

/** Who is signed in, how it looks, in which language, and the way out. */
export const UserMenu = lazyMenu(UserButton, () => import('./user-menu-entries.tsx'));
