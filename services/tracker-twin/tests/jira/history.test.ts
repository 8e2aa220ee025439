import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, generateCompany, type Issue, type JiraTwin } from '../../src/index.ts';
import { askJira, type JiraReply, readHistories, searchAll, startSmallJira, TODAY } from './ask-jira.ts';

type Payload = JiraReply['body'];
interface Item {
  field: string;
  from: string | null;
  to: string | null;
  fromString: string | null;
  toString: string | null;
}

const company: Company = generateCompany({ seed: 9, issues: 600, today: TODAY, fits: 'jira' });
let twin: JiraTwin;
let issues: Map<string, Payload>;
let histories: Map<string, Payload[]>;

beforeAll(async () => {
  twin = await startSmallJira({ company, linkSkewMs: 40 });
  issues = new Map((await searchAll(twin, 'created >= 0')).map((issue) => [issue.key, issue]));
  histories = await readHistories(
    twin,
    [...issues.values()].map(({ id }) => id),
  );
});
afterAll(() => twin.close());

const read = (issue: Issue): Payload => issues.get(issue.identifier);
const changesOf = (issue: Payload, field: string): (Item & { at: number })[] =>
  (histories.get(issue.id) ?? []).flatMap(({ created, items }) =>
    items.filter((item: Item) => item.field === field).map((item: Item) => ({ at: created, ...item })),
  );

/** `[from instant, value]` of each step: the first is what the first change came from, or what there is if nothing changed. */
function replay(issue: Payload, field: string, today: string | null): [number, string | null][] {
  const changes = changesOf(issue, field);
  const first = changes[0] ? changes[0].from : today;
  return [[Date.parse(issue.fields.created), first], ...changes.map(({ at, to }): [number, string | null] => [at, to])];
}

describe('what changelogs tell is what the company remembers', () => {
  it('statuses, to the millisecond', () => {
    const statuses = new Map(company.states.all.map((state) => [state, String(twin.site.numbers.of('status', state))]));
    for (const issue of company.issues) {
      const told = replay(read(issue), 'status', read(issue).fields.status.id);
      expect(told).toEqual(issue.stateSpans.map(({ state, startedAt }) => [startedAt, statuses.get(state)]));
    }
  });

  it('projects and keys of issues that moved, which are found by both keys', async () => {
    const moved = company.issues.all.filter(({ teamSpans }) => teamSpans.length > 1);
    expect(moved.length).toBeGreaterThan(5);
    for (const issue of moved) {
      const told = replay(read(issue), 'project', read(issue).fields.project.id);
      const projects = issue.teamSpans.map(({ team, startedAt }) => [startedAt, String(twin.site.numbers.of('project', team))]);
      expect(told).toEqual(projects);
      const keys = changesOf(read(issue), 'Key').map((item) => [item.from, item.fromString, item.toString]);
      expect(keys).toEqual([[null, issue.previousIdentifiers[0], issue.identifier]]);
      const { body } = await askJira(twin, `api/3/issue/${issue.previousIdentifiers[0]}?fields=summary`);
      expect(body.key).toBe(issue.identifier);
    }
  });

  it('assignees, and owners of initiatives', () => {
    for (const issue of company.issues) {
      const today = issue.assignee ? `712020:${issue.assignee.id}` : null;
      expect(replay(read(issue), 'assignee', today).at(-1)?.[1]).toBe(today);
    }
    const changed = company.initiatives.all.filter(({ history }) => history.length > 0);
    expect(changed.length).toBeGreaterThan(0);
    for (const { name, owner, history } of changed) {
      const payload = [...issues.values()].find(({ fields }) => fields.summary === name && fields.issuetype.name === 'Initiative');
      const changes = changesOf(payload, 'assignee');
      expect(changes.map(({ at }) => at)).toEqual(history.map(({ createdAt }) => createdAt));
      expect(changes.at(-1)?.to).toBe(owner ? `712020:${owner.id}` : null);
    }
  });

  it('links, at both ends, the blocker some milliseconds late, with the key of that time', () => {
    const relations = [...company.relations.all, ...company.removedRelations].filter(({ type }) => type === 'blocks');
    expect(company.removedRelations.length).toBeGreaterThan(0);
    const linkChanges = (issue: Issue, phrase: RegExp) =>
      changesOf(read(issue), 'Link').filter((item) => phrase.test(item.fromString ?? item.toString ?? ''));
    for (const { issue, relatedIssue, createdAt, removedAt } of relations) {
      const onBlocked = linkChanges(relatedIssue, /^This (issue|work item) is blocked by /);
      const onBlocker = linkChanges(issue, /^This (issue|work item) blocks /);
      for (const [at, side] of [[createdAt, 'to'], ...(removedAt === null ? [] : [[removedAt, 'from']])] as [number, 'to' | 'from'][]) {
        const keyAt = ({ teamSpans, identifier }: Issue) =>
          teamSpans.find(({ endedAt }) => endedAt === null || at < endedAt)?.identifier ?? identifier;
        expect(onBlocked.some((change) => change.at === at && change[side] === keyAt(issue))).toBe(true);
        expect(onBlocker.some((change) => change.at === at + 40 && change[side] === keyAt(relatedIssue))).toBe(true);
      }
    }
  });

  it('nothing by an id of a field where it is none: links, keys and parents', () => {
    const items: Payload[] = [...histories.values()].flat().flatMap((history) => history.items);
    const bare = new Set(items.filter((item) => !('fieldId' in item)).map(({ field }) => field));
    expect(bare).toEqual(new Set(['Link', 'Key', 'IssueParentAssociation']));
  });

  it('both wordings of links, the older one before July 2025', () => {
    const texts = [...histories.values()]
      .flat()
      .flatMap(({ created, items }) =>
        items.filter(({ field }: Item) => field === 'Link').map((item: Item) => [created, item.fromString ?? item.toString] as const),
      );
    const renamedAt = Date.parse('2025-07-15T00:00:00Z');
    const nouns = new Set(
      texts.map(([at, text]) => `${/^This (issue|work item) /.exec(text ?? '')?.[1]} ${at < renamedAt ? 'before' : 'after'}`),
    );
    expect(nouns).toEqual(new Set(['issue before', 'work item after']));
  });
});

describe('links as an issue shows them', () => {
  it('leave out the end that is looked at, and have one id for both', () => {
    for (const relation of company.relations) {
      const [first, second] = [read(relation.issue), read(relation.relatedIssue)];
      const id = String(twin.site.numbers.of('link', relation));
      const linkOf = (issue: Payload) => issue.fields.issuelinks.find((link: Payload) => link.id === id);
      expect(linkOf(first).outwardIssue.key).toBe(relation.relatedIssue.identifier);
      expect(linkOf(first)).not.toHaveProperty('inwardIssue');
      expect(linkOf(second).inwardIssue.key).toBe(relation.issue.identifier);
      expect(linkOf(second)).not.toHaveProperty('outwardIssue');
    }
  });

  it('make epics the parents of issues, initiatives those of epics', () => {
    for (const issue of company.issues) {
      const { parent, issuetype } = read(issue).fields;
      if (issuetype.subtask) expect(parent.key).toBe(issue.parent?.identifier);
      else expect(parent?.fields.summary).toBe(issue.project?.name);
    }
    const levels = [...issues.values()].map(({ fields }) => [
      fields.issuetype.hierarchyLevel,
      fields.parent?.fields.issuetype.hierarchyLevel,
    ]);
    expect(new Set(levels.map(String))).toEqual(new Set(['-1,0', '0,1', '0,', '1,2', '1,', '2,']));
  });
});

describe('the bulk answer of changelogs', () => {
  it('is the same whatever the size of its pages, which may cut an issue in two', async () => {
    const ids = [...issues.values()].slice(0, 120).map(({ id }) => id);
    const whole = await readHistories(twin, ids, 10_000);
    expect(await readHistories(twin, ids, 3)).toEqual(whole);
    const { body } = await askJira(twin, 'api/3/changelog/bulkfetch', { issueIdsOrKeys: ids, maxResults: 3 });
    const counted = body.issueChangeLogs.flatMap(({ changeHistories }: Payload) => changeHistories);
    expect(counted).toHaveLength(3);
    expect(typeof counted[0].created).toBe('number');
  });

  it('loses links where fields are asked for', async () => {
    const ids = [...issues.values()].slice(0, 400).map(({ id }) => id);
    const { body } = await askJira(twin, 'api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ids,
      fieldIds: ['status', 'issuelinks'],
      maxResults: 10_000,
    });
    const fields = body.issueChangeLogs.flatMap((log: Payload) =>
      log.changeHistories.flatMap((history: Payload) => history.items.map(({ field }: Item) => field)),
    );
    expect(new Set(fields)).toEqual(new Set(['status']));
  });
});
