import { Badge, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TurnTrace } from '../../contract/playground.ts';
import { useReasons } from './use-reasons.ts';

/** Reasons, passages and actions of a turn: what counted stands open, the rest one click away. */
export function TraceFacts({ trace }: { trace: TurnTrace }) {
  const { t } = useTranslation('playground');
  const { steps, snippets, snippetCount, offered, absent, withheld } = trace;
  const wordReason = useReasons();
  const reasons = steps.flatMap((step) => step.reasons.map(wordReason));
  const used = steps.flatMap(({ uses }) => uses.map(({ action }) => action));
  const quoted = snippets.filter(({ isCited }) => isCited);
  const others = snippets.filter(({ isCited }) => !isCited);
  const idle = offered.filter(({ name }) => !used.includes(name));
  return (
    <>
      {reasons.length > 0 && (
        <Fact name={t('because')}>
          <List size="sm" spacing={2}>
            {numbered(reasons).map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </Fact>
      )}
      {used.length > 0 && (
        <Fact name={t('chose')}>
          {numbered(used).map(({ id, text }) => (
            <Badge key={id} variant="light" mr={6} tt="none">
              {text}
            </Badge>
          ))}
        </Fact>
      )}
      {quoted.length > 0 && (
        <Fact name={t('saidFrom')}>
          <Snippets snippets={quoted} />
        </Fact>
      )}
      {withheld.length > 0 && (
        <Fact name={t('withheld')}>
          <List size="sm">
            {numbered(withheld).map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </Fact>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('alsoRead', { count: snippetCount - quoted.length })}</summary>
          <Snippets snippets={others} />
          {snippetCount > snippets.length && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('bestOnly', { count: others.length })}
            </Text>
          )}
        </details>
      )}
      {idle.length + absent.length > 0 && (
        <details>
          <summary>{t('otherActions', { count: idle.length + absent.length })}</summary>
          <List size="sm" spacing="xs">
            {idle.map(({ id, name, whenToUse }) => (
              <List.Item key={id}>
                {name}
                <Text size="xs" c="dimmed">
                  {whenToUse || t('noGuidance')}
                </Text>
              </List.Item>
            ))}
            {absent.map(({ name, reasons: why }) => (
              <List.Item key={name}>
                {name}
                <Text size="xs" c="dimmed">
                  {t('notOffered', { why: why.map(wordReason).join('; ') })}
                </Text>
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {name}
      </Text>
      {children}
    </div>
  );
}

function Snippets({ snippets }: { snippets: TurnTrace['snippets'] }) {
  return (
    <Stack gap="xs" component="ul" m={0} p={0} className="plain-list">
      {snippets.map(({ id, title, question, text }) => (
        <li key={id}>
          <Text size="xs" c="dimmed" dir="auto">
            {question ? `${title}: ${question}` : title}
          </Text>
          <Text size="sm" dir="auto">
            {text}
          </Text>
        </li>
      ))}
    </Stack>
  );
}

/** The same sentence may stand there twice. */
function numbered(texts: string[]): { id: string; text: string }[] {
  return texts.map((text, index) => ({ id: `${index} ${text}`, text }));
}
