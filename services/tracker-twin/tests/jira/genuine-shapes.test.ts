import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JiraTwin } from '../../src/index.ts';
import { askJira, searchAll, startSmallJira } from './ask-jira.ts';
import { isOpenApiThere, makeCheck } from './openapi.ts';

describe.skipIf(!isOpenApiThere)('answers of Cloud by its genuine description', () => {
  let twin: JiraTwin;
  let check: ReturnType<typeof makeCheck>;
  let ids: string[];
  beforeAll(async () => {
    twin = await startSmallJira();
    check = makeCheck();
    ids = (await searchAll(twin, 'created >= 0', { fields: ['id'], maxResults: 5_000 })).map(({ id }) => id);
  });
  afterAll(() => twin.close());

  it('the description tells a wrong answer from a right one', () => {
    expect(check('StatusDetails', { id: 5 })).toEqual(['/id must be string']);
  });

  it.each([
    ['serverInfo', 'ServerInformation'],
    ['myself', 'User'],
    ['issueLinkType', 'IssueLinkTypes'],
    ['project/search?maxResults=3&expand=lead', 'PageBeanProject'],
    ['project/CHK', 'Project'],
    ['project/CHK/component', 'PageBeanComponentWithIssueCount'],
    ['issue/10200?expand=changelog', 'IssueBean'],
    ['issue/10200/changelog?maxResults=2', 'PageBeanChangelog'],
    ['search/jql?jql=created%3E0&fields=*all&expand=changelog,names,schema&maxResults=100', 'SearchAndReconcileResults'],
  ])('%s is a %s', async (path, schema) => {
    const { status, body } = await askJira(twin, `api/3/${path}`);
    expect(status).toBe(200);
    expect(check(schema, body)).toEqual([]);
  });

  it.each([
    ['field', 'FieldDetails'],
    ['status', 'StatusDetails'],
    ['issuetype', 'IssueTypeDetails'],
    ['priority', 'Priority'],
    ['resolution', 'Resolution'],
    ['project', 'Project'],
    ['users/search', 'User'],
  ])('every %s is a %s', async (path, schema) => {
    const { body } = await askJira(twin, `api/3/${path}`);
    expect(body.length).toBeGreaterThan(2);
    expect(body.flatMap((one: unknown) => check(schema, one))).toEqual([]);
  });

  it.each([
    ['issue/bulkfetch', { fields: ['*all'], expand: ['changelog'] }, 'BulkIssueResults'],
    ['changelog/bulkfetch', { maxResults: 200 }, 'BulkChangelogResponseBean'],
    ['search/approximate-count', { jql: 'created >= 0' }, 'JQLCountResultsBean'],
    ['permissions/project', { permissions: ['BROWSE_PROJECTS'] }, 'PermittedProjects'],
  ])('%s answers a body with what is described', async (path, body, schema) => {
    const isAboutIssues = path.endsWith('bulkfetch');
    const answer = await askJira(twin, `api/3/${path}`, { ...body, ...(isAboutIssues && { issueIdsOrKeys: ids.slice(0, 100) }) });
    expect(answer.status).toBe(200);
    expect(check(schema, answer.body)).toEqual([]);
  });

  it('an issue holds in its fields what the description calls them', async () => {
    const issues = await searchAll(twin, 'created >= 0');
    const wrong = issues.flatMap(({ fields }) => [
      ...check('StatusDetails', fields.status),
      ...check('IssueTypeDetails', fields.issuetype),
      ...(fields.assignee ? check('UserDetails', fields.assignee) : []),
      ...(fields.priority ? check('Priority', fields.priority) : []),
      ...(fields.parent ? check('LinkedIssue', fields.parent) : []),
      ...fields.issuelinks.flatMap((link: unknown) => check('IssueLink', link)),
      ...fields.subtasks.flatMap((part: unknown) => check('LinkedIssue', part)),
    ]);
    expect(issues.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});
