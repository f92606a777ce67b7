import { StartError } from '../../platform/start-error.ts';

/** For a file that is no backup, or no longer a whole one. Nothing was written because of it. */
export class BrokenBackup extends StartError {
  constructor(reason: string, options?: ErrorOptions) {
    super(`This backup cannot be used: ${reason}. Nothing was changed; take another one.`, options);
    this.name = 'BrokenBackup';
  }
}
