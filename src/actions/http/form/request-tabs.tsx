import { Badge, Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { PlaceholderNames } from '../../form-kit/placeholder-names.ts';
import type { FormProps } from '../../form-props.ts';
import { BodyTab } from './body-tab.tsx';
import { type HttpSettings, hostOf } from './http-settings.ts';
import { PairRows } from './pair-rows.tsx';
import { readSignIn } from './sign-in.ts';
import { SignInTab } from './sign-in-tab.tsx';
import { texts } from './texts.ts';

type RequestTabsProps = FormProps<HttpSettings> & { names: PlaceholderNames };

/** The rest of a request: parameters, headers, the secret that it signs in with, its body. */
export function RequestTabs({
  settings,
  onChange,
  errorAt,
  faults,
  ports,
  language,
  names,
}: RequestTabsProps) {
  const say = texts[language];
  const { request } = settings;
  const [tabName, setTabName] = useState<string | null>('query');
  useEffect(() => {
    const faulty = ['query', 'headers', 'body'].find((part) =>
      faults.some((path) => path.startsWith(`request.${part}`)),
    );
    if (faulty) setTabName(faulty);
  }, [faults]);
  const change = (part: Partial<HttpSettings['request']>) =>
    onChange({ ...settings, request: { ...request, ...part } });
  const bodyCount =
    request.body.type === 'none' ? 0 : request.body.type === 'form' ? request.body.value.length : 1;
  return (
    <Tabs value={tabName} onChange={setTabName} keepMounted={false}>
      <Tabs.List>
        {tab('query', say.tabs.query, request.query.length)}
        {tab('headers', say.tabs.headers, request.headers.length)}
        {tab('sign-in', say.tabs.signIn, readSignIn(request.headers) ? 1 : 0)}
        {tab('body', say.tabs.body, bodyCount)}
      </Tabs.List>
      <Tabs.Panel value="query" pt="sm">
        <PairRows
          pairs={request.query}
          onChange={(query) => change({ query })}
          addLabel={say.addQuery}
          names={names}
          errorAt={(path) => errorAt(`request.query.${path}`)}
        />
      </Tabs.Panel>
      <Tabs.Panel value="headers" pt="sm">
        <PairRows
          pairs={request.headers}
          onChange={(headers) => change({ headers })}
          addLabel={say.addHeader}
          names={names}
          errorAt={(path) => errorAt(`request.headers.${path}`)}
        />
      </Tabs.Panel>
      <Tabs.Panel value="sign-in" pt="sm">
        <SignInTab
          headers={request.headers}
          onChange={(headers) => change({ headers })}
          secrets={names.secrets}
          host={hostOf(request.url)}
          {...{ ports, language }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="body" pt="sm">
        <BodyTab
          method={request.method}
          body={request.body}
          onChange={(body) => change({ body })}
          names={names}
          errorAt={(path) => errorAt(path === '' ? 'request.body' : `request.body.${path}`)}
        />
      </Tabs.Panel>
    </Tabs>
  );

  function tab(value: string, label: string, count: number): ReactNode {
    return (
      <Tabs.Tab
        value={value}
        rightSection={
          count > 0 && (
            <Badge size="sm" variant="light" circle>
              {count}
            </Badge>
          )
        }
      >
        {label}
      </Tabs.Tab>
    );
  }
}
