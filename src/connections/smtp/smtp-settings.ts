import { z } from 'zod';

/** What stands in a header, or in a command to the server: one line. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'must be one line');

/** What may be shown of a mail server. */
export const smtpSettings = z
  .strictObject({
    host: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(
        /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*)$/,
        'must be the name of a server, such as smtp.example.com',
      ),
    port: z.int('must be a number such as 587').min(1).max(65_535).default(587),
    tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
    /** Empty: nobody signs in. */
    user: line(320).default(''),
    fromAddress: z.string().trim().max(254).pipe(z.email('must be one address, such as hello@example.com')),
    /** Beside the address; it may be empty. */
    fromName: line(100).default(''),
  })
  .refine(({ tls, user }) => tls !== 'none' || user === '', {
    path: ['user'],
    error: 'must be empty without TLS: no password goes over a plain line',
  });

export type SmtpSettings = z.infer<typeof smtpSettings>;
