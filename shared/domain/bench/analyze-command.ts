import { analyze, makeClockCovering } from '../src/index.ts';
import { benchBeganAt, benchNow, benchTimeZone, makeBenchCompany } from './bench-company.ts';
import { measure, tellResult } from './measure.ts';
import { measureStages } from './stages.ts';

/** How long the engine takes, its facts in memory, and where the time goes: `node bench/analyze-command.ts <issues>`. */
const issues = Number(process.argv[2] ?? 1_000_000);
const company = withoutIssueIds(makeBenchCompany(issues));
const clock = makeClockCovering(benchTimeZone, benchBeganAt, benchNow);
const factsMb = Math.round(process.memoryUsage().rss / 1e6);
let waits = 0;
const run = () => {
  waits = analyze(company, clock, benchNow).waits.count;
};
const compute = await measure(3, run);
const stages = await measureStages(analyze.name, run);
tellResult({ compute, stages, waits, statuses: company.issues.status.at.length, dependencies: company.dependencies.count, factsMb });

/** The engine's thread is not given them either. */
function withoutIssueIds(facts: ReturnType<typeof makeBenchCompany>) {
  return { ...facts, ids: { ...facts.ids, issues: [] } };
}
