import { measure, tellResult } from '@speedtax/domain/bench/measure';
import { openDatabase } from '../src/database.ts';
import { loadCompany } from '../src/derived/load-company.ts';
import { benchOrganizationId } from './store-large-company.ts';

/** How long the facts take to become columns: `node bench/read-command.ts <url>`. */
const database = openDatabase({ url: process.argv[2] ?? '', applicationName: 'speedtax bench', onError: console.error });
const read = await measure(3, () =>
  database.inOrganization(benchOrganizationId, (trx) => loadCompany(trx, benchOrganizationId), { readOnly: true }),
);
await database.close();
tellResult({ read });
