import { benchNow } from '@speedtax/domain/bench/bench-company';
import { measure, tellResult } from '@speedtax/domain/bench/measure';
import { makeLogger } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { analyzeWhole } from '../src/jobs/analyze-whole.ts';

/** How long a whole analysis takes, from facts to figures in the database, the first time and when there are former figures: `node bench/full-command.ts <url>`. */
const database = openDatabase({ url: process.argv[2] ?? '', applicationName: 'speedtax bench', onError: console.error });
const logger = makeLogger({ service: 'bench', level: 'silent' });
const [organization] = await database.asSystem((trx) => trx.selectFrom('organization').select('id').execute());
const analyze = () => analyzeWhole({ database, logger, now: () => benchNow }, organization?.id ?? '');
const first = await measure(1, analyze, { warmUp: false });
const again = await measure(2, analyze, { warmUp: false });
await database.close();
tellResult({ first, again });
