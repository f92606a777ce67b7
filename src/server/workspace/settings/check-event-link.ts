import { parseCalLink } from '../../../connections/cal/parse-cal-link.ts';
import { AppError } from '../../platform/errors.ts';

/** @throws AppError `invalid` */
export function checkEventLink(link: string): void {
  const fault = parseCalLink(link);
  if (typeof fault !== 'string') return;
  throw new AppError('invalid', {
    publicMessage: `eventLink: ${fault}.`,
    details: [{ path: 'eventLink', message: fault }],
  });
}
