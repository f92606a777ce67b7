import { ActionIcon, NativeSelect, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isAtLeast, type Role } from '../../../contract/accounts/permissions.ts';
import type { Member } from '../../../contract/accounts/person.ts';
import { callApi } from '../../app/call-api.ts';
import { useMay, useMe } from '../../app/session.ts';
import { useConfirm } from '../../ui/asking/use-confirm.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { useReport } from '../../ui/telling/use-report.ts';
import { useRoles } from './use-roles.ts';

export function MemberTable() {
  const { t } = useTranslation('members');
  return (
    <PagedList<Member> queryKey={['members']} path="/v1/members" empty={null}>
      {(members) => (
        <Table className="stacks">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('who')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th aria-label={t('remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Row key={member.userId} member={member} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </PagedList>
  );
}

function Row({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const { role, user } = useMe();
  const mayWrite = useMay()('members:write') && isAtLeast(role, member.role);
  const roles = useRoles();
  const queryClient = useQueryClient();
  const { tryTo, done } = useReport();
  const confirm = useConfirm();
  const path = `/v1/members/${member.userId}`;
  const reread = () => queryClient.invalidateQueries({ queryKey: ['members'] });

  const change = (next: Role) =>
    tryTo(async () => {
      await callApi(path, { method: 'PATCH', body: { role: next } });
      await reread();
      done(t('changed', { name: member.name, role: t(next) }));
    });
  const remove = () =>
    confirm({
      title: t('removeTitle', { name: member.name }),
      text: t('removeText'),
      verb: t('remove'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi(path, { method: 'DELETE' });
          await reread();
        }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {member.name}
          {member.userId === user.id && ` (${t('you')})`}
        </Text>
        <Text size="xs" c="dimmed">
          {member.email}
        </Text>
      </Table.Td>
      <Table.Td>
        {mayWrite ? (
          <NativeSelect
            size="xs"
            aria-label={t('roleOf', { name: member.name })}
            value={member.role}
            data={roles}
            onChange={(event) => change(event.currentTarget.value as Role)}
          />
        ) : (
          t(member.role)
        )}
      </Table.Td>
      <Table.Td ta="end">
        {mayWrite && (
          <ActionIcon
            variant="subtle"
            color="red"
            onClick={remove}
            aria-label={t('removeOne', { name: member.name })}
          >
            <UserMinus size={16} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
