import { defineConfig } from 'vitest/config';

/** Stories of whole companies over HTTP, without a browser and without a stopwatch: they may run beside others. */
const wholeCompanies = 'alerts-of-a-year,as-of,figures,jira-equals-linear,killed-decision,split-equals-whole,what-if';

/**
 * Projects are cut by what their tests need, cheapest first: nothing, a Postgres, the whole product.
 * One package's tests: `vitest run shared/storage`. One kind: `vitest run --project pure`.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    globals: false,
    injectCjsGlobals: false,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            '{shared,services}/*/src/**/*.test.ts',
            'dashboard/src/**/*.test.{ts,tsx}',
            'shared/{domain,contract,runtime,trackers}/tests/**/*.test.ts',
            'services/tracker-twin/tests/**/*.test.ts',
            'infra/**/*.test.ts',
          ],
          testTimeout: 15_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['shared/{storage,queue}/tests/**/*.test.ts', 'services/{sync,analysis,notify,api}/tests/**/*.test.ts'],
          globalSetup: ['@speedtax/storage/testing/global-setup'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'company',
          include: [`services/standalone/tests/{${wholeCompanies}}.test.ts`],
          globalSetup: ['@speedtax/storage/testing/global-setup'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['services/standalone/tests/**/*.test.ts'],
          exclude: [`**/{${wholeCompanies}}.test.ts`],
          globalSetup: ['@speedtax/storage/testing/global-setup'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file starts the product and a browser; two at once would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
