import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kindSamples } from '../../scripts/kind-samples.mjs';
import { findExecutor } from './executors.ts';
import { findKind, kinds } from './index.ts';

/** What the registries rely on, checked for every kind alike. */
describe.each(Object.keys(kinds))('the kind %s', (name) => {
  const kind = findKind(name);
  if (!kind) throw new Error(`${name} is not in the registry`);

  it('is registered under its own name, with a label and a description', () => {
    expect(kind.kind).toBe(name);
    expect(kind.label.length).toBeGreaterThan(2);
    expect(kind.description).toMatch(/^[A-Z].*\.$/);
  });

  it('offers two or three sentences to start a guidance from', () => {
    expect(kind.guidanceExamples.length).toBeGreaterThanOrEqual(2);
    expect(kind.guidanceExamples.length).toBeLessThanOrEqual(3);
    for (const sentence of kind.guidanceExamples) expect(sentence).toMatch(/^Use when .*\.$/);
  });

  it('has settings that can be described as JSON Schema', () => {
    expect(z.toJSONSchema(kind.settings, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      type: 'object',
    });
  });

  it('gives the model a closed object whose required inputs exist', () => {
    const schema = kind.inputs(kind.settings.safeParse({}).data ?? {}, []);
    expect(schema.additionalProperties).toBe(false);
    for (const input of schema.required ?? []) expect(Object.keys(schema.properties)).toContain(input);
  });

  it('speaks every language of the built-in engine, or none', () => {
    if (kind.leadIn) expect(Object.keys(kind.leadIn).sort()).toEqual(['ar', 'de', 'en']);
  });

  it('is in the gallery, with settings that are whole and valid', () => {
    const settings = kindSamples[name]?.sample.settings;
    expect(kind.settings.parse(settings)).toEqual(settings);
  });

  it('has an executor', () => {
    const executor = findExecutor(name);
    expect(executor && ('run' in executor ? executor.run : executor.perform)).toBeTypeOf('function');
    // What reaches outside goes through the ledger, and says what it does there.
    expect(executor && 'perform' in executor).toBe(kind.effect !== undefined);
  });
});

it('knows no kind of the name of an object property', () => {
  expect(findKind('constructor')).toBeUndefined();
  expect(findExecutor('toString')).toBeUndefined();
});
