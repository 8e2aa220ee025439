import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver, type Transaction } from 'kysely';
import type pg from 'pg';
import type { TableShape } from './bulk/table-shape.ts';
import type { Tables } from './tables.ts';

export interface TransactionContext {
  readonly client: pg.PoolClient;
  readonly tableShapes: Map<string, TableShape>;
}

const contexts = new WeakMap<object, TransactionContext>();

/** What stands under a transaction of `openDatabase`: its pg client, for COPY. */
export function contextOf(trx: Transaction<Tables>): TransactionContext {
  const context = contexts.get(trx);
  if (!context) throw new TypeError('Expected a transaction of inOrganization or asSystem itself, not one derived from it');
  return context;
}

interface Under {
  readonly pool: pg.Pool;
  readonly beginSql: string;
  readonly endSql: 'commit' | 'rollback';
  readonly onError: (error: Error) => void;
  readonly tableShapes: Map<string, TableShape>;
}

/** Ends with `endSql` when `work` resolves, rolls back when it throws; a connection that broke on the way is thrown away. */
export async function runTransaction<T>(
  { pool, beginSql, endSql, onError, tableShapes }: Under,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const onClientError = (error: Error) => {
    broken = true;
    onError(error);
  };
  // Without a listener an error between two queries would end the process.
  client.on('error', onClientError);
  const discard = () => {
    broken = true;
  };
  const kysely = new Kysely<Tables>({ dialect: new OneClientDialect(client, { beginSql, endSql }, discard) });
  try {
    return await kysely.transaction().execute((trx) => {
      contexts.set(trx, { client, tableShapes });
      return work(trx);
    });
  } finally {
    client.off('error', onClientError);
    client.release(broken);
  }
}

type Bounds = Pick<Under, 'beginSql' | 'endSql'>;

class OneClientDialect extends PostgresDialect {
  readonly #config;
  readonly #bounds: Bounds;

  constructor(client: pg.PoolClient, bounds: Bounds, discard: () => void) {
    const borrowed = {
      query: client.query.bind(client),
      release: (isBroken?: boolean | Error) => {
        if (isBroken) discard();
      },
    };
    const config = { pool: { connect: async () => borrowed, end: async () => {}, options: {} } };
    super(config as never);
    this.#config = config;
    this.#bounds = bounds;
  }

  override createDriver(): PostgresDriver {
    return new ScopedDriver(this.#config as never, this.#bounds);
  }
}

class ScopedDriver extends PostgresDriver {
  readonly #bounds: Bounds;

  constructor(config: ConstructorParameters<typeof PostgresDriver>[0], bounds: Bounds) {
    super(config);
    this.#bounds = bounds;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#bounds.beginSql));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#bounds.endSql === 'rollback') await connection.executeQuery(CompiledQuery.raw('rollback'));
    // Kysely's own also notices a commit that Postgres turned into a rollback.
    else await super.commitTransaction(connection);
  }
}
