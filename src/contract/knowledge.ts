import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ }).max(2_000);

export const newKnowledgeSourceSchema = z.object({
  agentId: z.string(),
  type: z.literal('faq'),
  title: z.string().trim().min(1).max(200),
  /** Where visitors can read it; shown with the answers. */
  url: httpUrl.optional(),
  items: z
    .array(
      z.object({
        question: z.string().trim().min(1).max(500),
        answer: z.string().trim().min(1).max(5_000),
        url: httpUrl.optional(),
      }),
    )
    .min(1)
    .max(500),
});

export const knowledgeSourceSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    type: z.literal('faq'),
    title: z.string(),
    url: z.string().nullable(),
    snippets: z.number().int(),
    createdAt: z.string(),
  })
  .meta({ id: 'KnowledgeSource' });

export const snippetSchema = z
  .object({
    id: z.string(),
    sourceId: z.string(),
    title: z.string(),
    url: z.string().optional(),
    question: z.string().optional(),
    text: z.string(),
    /** Of what type its source is: `faq` is the owner's own words. */
    sourceType: z.string().optional(),
  })
  .meta({ id: 'Snippet' });

export type NewKnowledgeSource = z.infer<typeof newKnowledgeSourceSchema>;
export type KnowledgeSource = z.infer<typeof knowledgeSourceSchema>;
export type Snippet = z.infer<typeof snippetSchema>;
