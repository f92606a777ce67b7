import type { Pool } from 'pg';

/** Whether this process can take work: it has said so, it is not stopping, and the database answers. */
export class Health {
  private readonly pool: Pool;
  private state: 'starting' | 'ready' | 'stopping' = 'starting';

  constructor(pool: Pool) {
    this.pool = pool;
  }

  set(state: 'ready' | 'stopping'): void {
    this.state = state;
  }

  async isReady(): Promise<boolean> {
    if (this.state !== 'ready') return false;
    try {
      await this.pool.query('select 1');
      return true;
    } catch {
      // Not an error of ours to report: "not ready" is the answer.
      return false;
    }
  }
}
