import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUDIT_DEEDS, AUDIT_PROBLEMS } from '../src/contract/accounts/audit.ts';
import { texts as de } from '../src/dashboard/texts/de/other-pages.ts';
import { texts as en } from '../src/dashboard/texts/en/other-pages.ts';
import { Harness } from './harness/harness.ts';

let house: Harness;
beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());

it('what the audit log can hold has a text in every language, and nothing else has', () => {
  const routes = house.app.endpoints
    .filter(({ spec }) => spec.access === 'workspace' && spec.method !== 'get' && !spec.changesNothing)
    .map(({ spec }) => `${spec.method} ${spec.path}`);
  const audited = [...AUDIT_DEEDS, ...routes].toSorted();
  for (const { deeds = {} } of [en, de]) expect(Object.keys(deeds).toSorted()).toEqual(audited);
});

it('what can be wrong with the log is said in every language', () => {
  for (const { audit = {} } of [en, de])
    expect(AUDIT_PROBLEMS.filter((problem) => !audit[problem])).toEqual([]);
});
