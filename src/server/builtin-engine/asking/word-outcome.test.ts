import { expect, it } from 'vitest';
import { wordOutcome } from './word-outcome.ts';

const outcome = (value: Record<string, unknown>) => ({ toolName: 'book', isBroken: false, value });

it('asks the question that it is given for what nobody said', () => {
  expect(wordOutcome(outcome({ status: 'missing_inputs', ask: 'Which day?' }), 'Book', 'en')).toBe(
    'Which day?',
  );
});

it.each(['en', 'de', 'ar'] as const)(
  'has a sentence for a form and for a visitor who is not signed in: %s',
  (language) => {
    expect(wordOutcome(outcome({ status: 'awaiting_inputs' }), 'Book', language)).not.toBe('');
    expect(wordOutcome(outcome({ status: 'not_available' }), 'Book', language)).not.toBe('');
  },
);
