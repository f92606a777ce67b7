import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tests,evals}/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/setup/global-setup.ts',
    // Processes, because tests start servers, and measure; two, because each may have a browser beside it.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
