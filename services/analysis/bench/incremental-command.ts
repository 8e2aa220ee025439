import { benchNow } from '@speedtax/domain/bench/bench-company';
import { benchId } from '@speedtax/domain/bench/bench-id';
import { measure, tellResult } from '@speedtax/domain/bench/measure';
import { makeLogger } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { sql } from 'kysely';
import { runAnalysis } from '../src/jobs/run-analysis.ts';

/** How long an analysis takes after a sync that changed one issue, or a hundred: `node bench/incremental-command.ts <url>`. */
const database = openDatabase({ url: process.argv[2] ?? '', applicationName: 'speedtax bench', onError: console.error });
const logger = makeLogger({ service: 'bench', level: 'silent' });
const organizationId = benchId('organization', 0);
const connectionId = benchId('connection', 0);
const { count } = await database.inOrganization(organizationId, (trx) =>
  trx
    .selectFrom('issue')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow(),
);
const tenMinutesMs = 600_000;
/** Some issues of the company live on after its now: by then all of them are done. */
let cutOff = benchNow + 70 * 86_400_000;
let next = 0;

async function sync(changed: number): Promise<void> {
  cutOff += tenMinutesMs;
  const at = new Date(cutOff - tenMinutesMs / 2);
  // Young ones all over the company: work on them goes on.
  const ids = Array.from({ length: changed }, () =>
    benchId('issue', Math.floor(count * 0.9) + (Math.imul(next++, 7919) % Math.ceil(count * 0.1))),
  );
  await database.inOrganization(organizationId, async (trx) => {
    await sql`
      insert into issue_change (organization_id, connection_id, issue_id, external_id, field, at, from_id, to_id)
      select organization_id, connection_id, id, gen_random_uuid()::text, 'status', ${at}, status_id::text, ${benchId('status', 3)} from issue
      where organization_id = ${organizationId} and id = any(${ids}::uuid[])`.execute(trx);
    await sql`
      update issue set status_id = ${benchId('status', 3)}, updated_at = ${at}, history_read_at = ${at}
      where organization_id = ${organizationId} and id = any(${ids}::uuid[])`.execute(trx);
    await sql`
      insert into sync (organization_id, id, connection_id, kind, state, read_at, created_at)
      values (${organizationId}, gen_random_uuid(), ${connectionId}, 'incremental', 'analyzing', ${new Date(cutOff)}, clock_timestamp())`.execute(
      trx,
    );
  });
}

const analyze = async () => {
  const outcome = await runAnalysis({ database, logger, now: () => Math.round(performance.now()) }, organizationId);
  return outcome?.wholeBecause;
};
await sync(0);
await analyze();

async function measureSyncs(changed: number) {
  const runs = { ms: [] as number[], cpuMs: [] as number[] };
  for (let run = 0; run < 6; run++) {
    await sync(changed);
    const { ms, cpuMs } = await measure(
      1,
      async () => {
        const wholeBecause = await analyze();
        if (wholeBecause !== null) throw new Error(`Expected what changed to be followed, but: ${wholeBecause}`);
      },
      { warmUp: false },
    );
    // The first one warms up.
    if (run > 0) {
      runs.ms.push(...ms);
      runs.cpuMs.push(...cpuMs);
    }
  }
  return runs;
}
const hundred = await measureSyncs(100);
const one = await measureSyncs(1);
await database.close();
tellResult({ changed1: one, changed100: hundred });
