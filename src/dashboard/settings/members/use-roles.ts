import { useTranslation } from 'react-i18next';
import { isAtLeast, ROLES, type Role } from '../../../contract/accounts/permissions.ts';
import { useMe } from '../../app/session.ts';

/** The roles that whoever is here may give, with their names. */
export function useRoles(): { value: Role; label: string }[] {
  const { t } = useTranslation('members');
  const { role } = useMe();
  return ROLES.filter((other) => isAtLeast(role, other)).map((value) => ({ value, label: t(value) }));
}
