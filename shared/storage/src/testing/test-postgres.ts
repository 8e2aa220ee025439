declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run; its superuser. */
    speedtaxPostgresUrl: string;
  }
}

/** Migrated once per run; every test database is a copy of it. */
export const templateDatabase = 'speedtax_template';
