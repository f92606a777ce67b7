import { AppError } from '../../platform/errors.ts';

/**
 * Says why something cannot be imported. The message never quotes what was pasted, beyond names: it may hold secrets,
 * and errors are logged.
 */
export function importFault(path: 'curl' | 'openapi' | 'operationId' | 'baseUrl', message: string): AppError {
  return new AppError('invalid', { publicMessage: message, details: [{ path, message }] });
}
