import * as z from 'zod';

// It would try whether code can be made of text, which the policy refuses and reports. Before the first schema is made.
z.config({ jitless: true });
