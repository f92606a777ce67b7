import { z } from 'zod';
import { SNIPPET_TEXT_MAX_CHARS } from './limits.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).max(2_000);

const sourceFields = {
  title: z.string().trim().min(1).max(200),
  /** Where visitors can read it; shown with the answers. */
  url: httpUrl.optional(),
};

const faqContent = {
  type: z.literal('faq'),
  items: z
    .array(
      z.object({
        question: z.string().trim().min(1).max(500),
        answer: z.string().trim().min(1).max(SNIPPET_TEXT_MAX_CHARS),
        url: httpUrl.optional(),
      }),
    )
    .min(1)
    .max(500),
};

const textContent = {
  type: z.literal('text'),
  /** Paragraphs with empty lines between; a line that starts with `#` heads what follows. */
  text: z.string().trim().min(1).max(200_000),
};

/** What a source is made of: it takes the place of all that was there. */
export const sourceContentSchema = z.discriminatedUnion('type', [
  z.object({ ...sourceFields, ...faqContent }),
  z.object({ ...sourceFields, ...textContent }),
]);

export const newKnowledgeSourceSchema = z.discriminatedUnion('type', [
  z.object({ agentId: z.string(), ...sourceFields, ...faqContent }),
  z.object({ agentId: z.string(), ...sourceFields, ...textContent }),
]);

const knownSource = {
  id: z.string(),
  agentId: z.string(),
  type: z.enum(['faq', 'text']),
  title: z.string(),
  url: z.string().nullable(),
  snippets: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const knowledgeSourceSchema = z.object(knownSource).meta({ id: 'KnowledgeSource' });

/** With all that is in it. */
export const knowledgeSourceDetailSchema = z
  .object({ ...knownSource, content: sourceContentSchema })
  .meta({ id: 'KnowledgeSourceDetail' });

export const snippetSchema = z
  .object({
    id: z.string(),
    sourceId: z.string(),
    title: z.string(),
    url: z.string().optional(),
    question: z.string().optional(),
    text: z.string(),
    /** Of what type its source is: `faq` and `text` are the owner's own words. */
    sourceType: z.string().optional(),
  })
  .meta({ id: 'Snippet' });

export type SourceContent = z.infer<typeof sourceContentSchema>;
export type NewKnowledgeSource = z.infer<typeof newKnowledgeSourceSchema>;
export type KnowledgeSource = z.infer<typeof knowledgeSourceSchema>;
export type KnowledgeSourceDetail = z.infer<typeof knowledgeSourceDetailSchema>;
export type Snippet = z.infer<typeof snippetSchema>;
