import { z } from 'zod';
import { requestInputSchema, requestTemplateSchema } from '../../contract/http/request.ts';
import { INPUTS_MAX } from '../../contract/limits.ts';
import { compileRequest } from '../../template/compile-request.ts';
import { TemplateError } from '../../template/template-error.ts';
import { defineAction } from '../define.ts';
import { compilePath } from './compile-path.ts';
import { findMessageFault } from './fill-message.ts';
import { toInputSchema } from './input-schema.ts';

const responseField = z.object({
  /** JSONPath (RFC 9535) into the answer: `$.order.status`. */
  path: z
    .string()
    .max(500)
    .superRefine((path, context) => {
      const fault = compilePath(path);
      if (fault instanceof Error) context.addIssue(`is no JSONPath: ${fault.message}`);
    }),
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a word like status or delivery_date'),
});

/** A request to the owner's own API. */
export const http = defineAction({
  kind: 'http',
  label: 'Custom action',
  description: 'Calls your API with what the visitor says, and answers from the result.',
  settings: z
    .object({
      inputs: z.array(requestInputSchema).max(INPUTS_MAX).default([]),
      request: requestTemplateSchema,
      /** Milliseconds for one attempt; all attempts together get 12 s of a turn. */
      timeoutMs: z.number().int().min(500).max(12_000).default(12_000),
      retry: z
        .object({
          attempts: z.number().int().min(1).max(5).default(3),
          /** `idempotent`: the API honours `Idempotency-Key`, so a write whose outcome is unknown may be sent again. */
          when: z.enum(['safe', 'idempotent']).default('safe'),
        })
        .prefault({}),
      response: z
        .object({
          /** What the agent may read of the answer. Nothing else of it reaches the model or the visitor. */
          fields: z.array(responseField).max(50).default([]),
          /** Shows the fields in a card of this title. */
          card: z
            .object({ title: z.string().trim().min(1).max(80) })
            .nullable()
            .default(null),
        })
        .prefault({}),
      /** With `{{names}}` of fields and inputs. */
      successMessage: z.string().trim().max(500).default(''),
      failureMessage: z.string().trim().max(500).default(''),
    })
    .superRefine(({ inputs, request, response, successMessage, failureMessage }, context) => {
      const names = response.fields.map(({ name }) => name);
      if (new Set(names).size !== names.length)
        context.addIssue({
          code: 'custom',
          path: ['response', 'fields'],
          message: 'two fields have the same name',
        });
      try {
        compileRequest(request, inputs);
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const { code, message } = error;
        context.addIssue({ code: 'custom', path: error.path.split('.'), message, params: { code } });
      }
      const known = inputs.map(({ name }) => name);
      const messages = { successMessage: [...names, ...known], failureMessage: known };
      for (const [path, allowed] of Object.entries(messages)) {
        const fault = findMessageFault(path === 'successMessage' ? successMessage : failureMessage, allowed);
        if (fault)
          context.addIssue({
            code: 'custom',
            path: [path],
            message: fault,
            params: { code: 'unknown_placeholder' },
          });
      }
    }),
  guidanceExamples: [
    'Use when the visitor asks where their order is.',
    'Use when the visitor wants to change the address of an order.',
    'Use when the visitor asks whether something is in stock.',
  ],
  inputs: ({ inputs }) => toInputSchema(inputs ?? []),
  bound: ({ inputs }) => (inputs ?? []).filter(({ source }) => source !== 'visitor').map(({ name }) => name),
  effect: ({ request }) => (/^(GET|HEAD)$/i.test(request?.method ?? 'GET') ? 'read' : 'write'),
});
