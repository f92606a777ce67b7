import type { Concept } from './concept.ts';
import { COMPANY_CONCEPTS } from './concepts-company.ts';
import { DEED_CONCEPTS } from './concepts-deeds.ts';
import { THING_CONCEPTS } from './concepts-things.ts';

/** Where word vectors do not reach: German, Arabic, and what is a synonym only on a website. */
export const CONCEPTS: Concept[] = [...DEED_CONCEPTS, ...THING_CONCEPTS, ...COMPANY_CONCEPTS];
