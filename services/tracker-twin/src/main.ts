import { parseArgs } from 'node:util';
import { generateCompany } from './generate/generate-company.ts';
import { startTwin } from './server/start-twin.ts';

const { values } = parseArgs({
  options: {
    issues: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '7' },
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: '127.0.0.1' },
    'api-key': { type: 'string', default: 'lin_api_demo' },
    limits: { type: 'string', default: 'real' },
    today: { type: 'string' },
    schema: { type: 'string' },
  },
});

const today = values.today ? Date.parse(values.today) : Date.now();
const company = generateCompany({
  seed: Number(values.seed),
  issues: Number(values.issues),
  today,
});
const twin = await startTwin({
  company,
  port: Number(values.port),
  host: values.host,
  apiKeys: [values['api-key']],
  limits: values.limits === 'off' ? 'off' : 'real',
  now: Date.now,
  ...(values.schema ? { schemaPath: values.schema } : {}),
});
process.stdout.write(
  `${company.organization.name}: ${company.issues.size} issues of ${company.teams.size} teams at ${twin.url}, key ${values['api-key']}\n`,
);

const stop = () => twin.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
