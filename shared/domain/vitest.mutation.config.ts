import { defineConfig } from 'vitest/config';

/** The stories and laws of the engine as `npm run mutation` asks them: thousands of times over, so each of fewer companies. */
export default defineConfig({
  test: {
    include: ['shared/domain/{src,tests}/**/*.test.ts'],
    setupFiles: ['shared/domain/tests/same-companies.ts'],
    env: { PROPERTY_RUNS_SHARE: '0.1' },
    restoreMocks: true,
  },
});
