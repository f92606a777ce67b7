import { Alert, Badge, Button, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { RequestInput } from '../../../contract/http/request.ts';
import type { JsonObject } from '../../define.ts';
import type { SideProps } from '../../form-props.ts';
import type { HttpSettings } from '../form/http-settings.ts';
import { texts } from '../form/texts.ts';
import { ReadChoice } from './read-choice.tsx';

/** Sends the request once with values of the owner, shows the answer, and lets them choose what the agent may read. */
export function TestPanel(props: SideProps<HttpSettings>) {
  const { settings, ports, language, isSaved } = props;
  const say = texts[language];
  const [typed, setTyped] = useState<Record<string, string>>({});
  const asked = settings.inputs.filter(({ source }) => source === 'visitor');
  const values = () =>
    Object.fromEntries(
      asked.flatMap((input) =>
        typed[input.name] ? [[input.name, toValue(input, typed[input.name] ?? '')]] : [],
      ),
    ) as JsonObject;
  const test = useMutation({ mutationFn: () => props.test(values()) });
  const show = useMutation({
    mutationFn: () =>
      ports.previewRequest({
        settings: { inputs: settings.inputs, request: settings.request },
        values: values(),
      }),
  });
  const answer = test.data;
  return (
    <Stack
      gap="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate();
      }}
    >
      <Title order={2} size="h4">
        {say.testTitle}
      </Title>
      {asked.map(({ name, description }) => (
        <TextInput
          key={name}
          label={name}
          description={description || undefined}
          value={typed[name] ?? ''}
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      ))}
      <Button
        type="submit"
        variant="light"
        leftSection={<Play size={16} aria-hidden />}
        loading={test.isPending}
        disabled={settings.request.url === ''}
      >
        {isSaved ? say.send : say.saveAndSend}
      </Button>
      <Text size="sm" c="dimmed">
        {say.realHint}
      </Text>
      <Button
        variant="subtle"
        loading={show.isPending}
        disabled={settings.request.url === ''}
        onClick={() => show.mutate()}
      >
        {say.show}
      </Button>
      {show.error && <Alert color="red">{show.error.message}</Alert>}
      {show.data && (
        <section aria-label={say.request}>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {wordRequest(show.data)}
          </Code>
        </section>
      )}
      <div aria-live="polite">
        {test.error && (
          <Alert color="red" title={say.notSent}>
            {test.error.message}
          </Alert>
        )}
        {answer && (
          <Stack gap="xs">
            <Badge
              color={answer.response.status < 300 ? 'green' : 'red'}
              variant="light"
              tt="none"
              style={{ alignSelf: 'start' }}
            >
              {say.status(answer.response.status, answer.response.ms)}
            </Badge>
            <Code
              block
              tabIndex={0}
              aria-label={say.answer}
              style={{ maxHeight: 260, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {wordAnswer(answer.response.body) || say.emptyAnswer}
            </Code>
            <ReadChoice body={answer.response.body} {...props} />
          </Stack>
        )}
      </div>
    </Stack>
  );
}

/** What is no number stays a text: the server says what is wrong with it. */
function toValue({ type }: RequestInput, text: string): unknown {
  if ((type === 'number' || type === 'integer') && Number.isFinite(Number(text))) return Number(text);
  if (type === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (type === 'array') return text.split(',').map((item) => item.trim());
  if (type !== 'object') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wordRequest({
  method,
  url,
  headers,
  body,
}: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}`, ...lines, ...(body ? ['', body] : [])].join('\n');
}

function wordAnswer(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
