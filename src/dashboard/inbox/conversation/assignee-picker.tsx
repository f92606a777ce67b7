import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../contract/accounts/person.ts';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { callApi } from '../../app/call-api.ts';
import type { PageOf } from '../../app/page-of.ts';
import { useMe } from '../../app/session.ts';
import { useWork } from './use-work.ts';

/** Whose conversation it is, and the way to give it to somebody else. Oneself comes first. */
export function AssigneePicker({ conversation }: { conversation: ConversationDetail }) {
  const { t } = useTranslation('inbox');
  const { user } = useMe();
  const { isBusy, setAssignee } = useWork(conversation);
  const { data } = useQuery({
    queryKey: ['members', 'names'],
    queryFn: ({ signal }) => callApi<PageOf<Member>>('/v1/members', { query: { limit: 100 }, signal }),
  });
  const { assignee } = conversation;
  const others = (data?.items ?? []).filter(({ userId }) => userId !== user.id);
  // Until the members are read, and when they are too many for one page.
  const isListed = !assignee || [user.id, ...others.map(({ userId }) => userId)].includes(assignee.userId);
  const people = isListed ? others : [assignee, ...others];
  return (
    <NativeSelect
      label={t('assignee')}
      value={assignee?.userId ?? ''}
      data={[
        { value: '', label: t('nobody') },
        { value: user.id, label: t('isYou', { name: user.name }) },
        ...people.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
      disabled={isBusy}
      onChange={(event) => setAssignee(event.currentTarget.value || null)}
    />
  );
}
