import { parseArgs } from 'node:util';
import { generateCompany } from './generate/generate-company.ts';
import { startJiraTwin } from './jira/start-jira-twin.ts';
import { startTwin } from './server/start-twin.ts';

const { values } = parseArgs({
  options: {
    tracker: { type: 'string', default: 'linear' },
    issues: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '7' },
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: '127.0.0.1' },
    'api-key': { type: 'string', default: 'lin_api_demo' },
    email: { type: 'string', default: 'demo@tallyport.example' },
    'api-token': { type: 'string', default: 'demo' },
    'context-path': { type: 'string', default: '' },
    sprints: { type: 'boolean', default: false },
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
const place = { company, port: Number(values.port), host: values.host, now: Date.now };
const { close, url, credential } = await (values.tracker === 'linear' ? serveLinear() : serveJira());
process.stdout.write(
  `${company.organization.name}: ${company.issues.size} issues of ${company.teams.size} teams at ${url}, ${credential}\n`,
);

const stop = () => close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

async function serveLinear() {
  const twin = await startTwin({
    ...place,
    apiKeys: [values['api-key']],
    limits: values.limits === 'off' ? 'off' : 'real',
    ...(values.schema ? { schemaPath: values.schema } : {}),
  });
  return { close: twin.close, url: twin.url, credential: `key ${values['api-key']}` };
}

/** `--tracker jira` is a site of Cloud, `--tracker jira-data-center` a server. */
async function serveJira() {
  const isCloud = values.tracker === 'jira';
  const twin = await startJiraTwin({
    ...place,
    deployment: isCloud ? 'cloud' : 'data-center',
    contextPath: values['context-path'],
    hasSprints: values.sprints,
    credentials: isCloud ? { basic: { [values.email]: values['api-token'] } } : { accessTokens: [values['api-token']] },
    limits: values.limits === 'off' ? 'off' : { requestsPerSecond: 100 },
  });
  const credential = isCloud ? `${values.email} with token ${values['api-token']}` : `personal access token ${values['api-token']}`;
  return { close: twin.close, url: twin.url, credential };
}
