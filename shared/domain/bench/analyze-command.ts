import { analyze, makeClockCovering } from '../src/index.ts';
import { benchBeganAt, benchNow, benchTimeZone, makeBenchCompany } from './bench-company.ts';
import { measure, tellResult } from './measure.ts';
import { measureStages } from './stages.ts';

/** How long the engine takes, its facts in memory, and where the time goes: `node bench/analyze-command.ts <issues>`. */
const issues = Number(process.argv[2] ?? 1_000_000);
const company = makeBenchCompany(issues);
const clock = makeClockCovering(benchTimeZone, benchBeganAt, benchNow);
let waits = 0;
const run = () => {
  waits = analyze(company, clock, benchNow).waits.count;
};
const compute = await measure(3, run);
const stages = await measureStages(analyze.name, run);
tellResult({ compute, stages, waits, statuses: company.issues.status.at.length, dependencies: company.dependencies.count });
