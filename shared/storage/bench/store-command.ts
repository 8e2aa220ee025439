import { benchNow, makeBenchCompany } from '@speedtax/domain/bench/bench-company';
import { migrate } from '../src/migrate.ts';
import { storeLargeCompany } from './store-large-company.ts';

/** Fills an empty database with a company: `node bench/store-command.ts <url> <issues>`. */
const [url = '', issues] = process.argv.slice(2);
await migrate(url);
await storeLargeCompany(url, makeBenchCompany(Number(issues)), benchNow);
