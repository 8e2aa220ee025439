import { afterEach, describe, expect, it } from 'vitest';
import type { Issue, JiraTwin } from '../../src/index.ts';
import { askJira, BASIC, type JiraReply, startSmallJira } from './ask-jira.ts';

type Payload = JiraReply['body'];

let twin: JiraTwin;
afterEach(() => twin.close());

const findMoved = (): Issue => {
  const issue = twin.company.issues.all.find(({ teamSpans }) => teamSpans.length > 1);
  if (!issue) throw new Error('Nothing ever moved');
  return issue;
};
const moveItemsOf = async ({ identifier }: Issue, field: string): Promise<Payload[]> => {
  const { values } = (await askJira(twin, `api/3/issue/${identifier}/changelog`)).body;
  return values.flatMap(({ items }: Payload) => items.filter((item: Payload) => item.field === field));
};

describe('what says whose an issue is, beside its project', () => {
  it('a component of the project, which goes with a move as another comes', async () => {
    twin = await startSmallJira({ teamMark: 'component' });
    const issue = findMoved();
    const [from, to] = issue.teamSpans.map(({ team }) => `${team.name} crew`);
    const { fields } = (await askJira(twin, `api/3/issue/${issue.identifier}`)).body;
    expect(fields.components).toMatchObject([{ name: to }]);
    expect((await moveItemsOf(issue, 'Component')).map((item) => [item.fromString, item.toString])).toEqual([
      [from, null],
      [null, to],
    ]);
    const { body } = await askJira(twin, `api/3/project/${issue.team.key}/components`);
    expect(body).toMatchObject([{ name: to, project: issue.team.key }]);
    expect((await askJira(twin, 'api/3/component')).body.total).toBe(twin.company.teams.size);
  });

  it('a label, among the others, of which a change tells the whole list', async () => {
    twin = await startSmallJira({ teamMark: 'label' });
    const issue = findMoved();
    const { fields } = (await askJira(twin, `api/3/issue/${issue.identifier}`)).body;
    const [item] = await moveItemsOf(issue, 'labels');
    expect(item.toString.split(' ')).toEqual(fields.labels);
    expect(item.fromString).not.toBe(item.toString);
  });
});

describe('compressed answers', () => {
  it('are for who takes them', async () => {
    twin = await startSmallJira({ compresses: true });
    const [taken, plain] = [
      await askJira(twin, 'api/3/status'),
      await askJira(twin, 'api/3/status', undefined, { authorization: BASIC, 'accept-encoding': 'identity' }),
    ];
    expect(taken.headers.get('content-encoding')).toBe('gzip');
    expect(taken.body.length).toBeGreaterThan(10);
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});
