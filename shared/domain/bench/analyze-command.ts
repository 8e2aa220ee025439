import { analyze, makeClockCovering } from '../src/index.ts';
import { benchBeganAt, benchNow, benchTimeZone, makeBenchCompany } from './bench-company.ts';
import { measure, tellResult } from './measure.ts';

/** How long the engine takes, its facts in memory: `node bench/analyze-command.ts <issues>`. */
const issues = Number(process.argv[2] ?? 1_000_000);
const company = makeBenchCompany(issues);
const clock = makeClockCovering(benchTimeZone, benchBeganAt, benchNow);
let waits = 0;
const compute = await measure(3, () => {
  waits = analyze(company, clock, benchNow).waits.count;
});
tellResult({ compute, waits, statuses: company.issues.status.at.length, dependencies: company.dependencies.count });
