import { NativeSelect, Stack, Text } from '@mantine/core';
import type { RequestTemplate } from '../../../contract/http/request.ts';
import { CodeField } from '../../form-kit/code-field.tsx';
import type { PlaceholderNames } from '../../form-kit/placeholder-names.ts';
import { PairRows } from './pair-rows.tsx';
import { texts } from './texts.ts';

type Body = RequestTemplate['body'];

interface BodyTabProps {
  method: string;
  body: Body;
  onChange(body: Body): void;
  names: PlaceholderNames;
  errorAt(path: string): string | undefined;
}

/** What is sent in the request. */
export function BodyTab({ method, body, onChange, names, errorAt }: BodyTabProps) {
  const say = texts[names.language];
  const mayHave = !/^(GET|HEAD)$/i.test(method);
  if (!mayHave && body.type === 'none') return <Text size="sm">{say.noBody}</Text>;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={say.bodyType}
        w={180}
        data={Object.entries(say.bodyTypes).map(([value, label]) => ({ value, label }))}
        value={body.type}
        onChange={(event) => onChange(emptyBody(event.currentTarget.value as Body['type'], body))}
        error={body.type === 'none' ? undefined : errorAt('')}
      />
      {(body.type === 'json' || body.type === 'text') && (
        <CodeField
          key={body.type}
          label={say.bodyTypes[body.type]}
          isJson={body.type === 'json'}
          value={body.value}
          onChange={(value) => onChange({ ...body, value })}
          names={names}
          error={errorAt('value')}
        />
      )}
      {body.type === 'form' && (
        <PairRows
          pairs={body.value}
          onChange={(value) => onChange({ type: 'form', value })}
          addLabel={say.addField}
          names={names}
          errorAt={(path) => errorAt(`value.${path}`)}
        />
      )}
    </Stack>
  );
}

/** Text stays text when its type changes. */
function emptyBody(type: Body['type'], before: Body): Body {
  const text = 'value' in before && typeof before.value === 'string' ? before.value : '';
  switch (type) {
    case 'json':
      return { type, value: text || '{\n  \n}' };
    case 'text':
      return { type, value: text };
    case 'form':
      return { type, value: [{ name: '', value: '' }] };
    case 'none':
      return { type };
  }
}
