import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../company/company.ts';
import { findIssueByIdentifier } from '../company/find-issue.ts';
import type { Issue } from '../company/issue.ts';
import type { Team } from '../company/team.ts';
import { generateCompany } from '../generate/generate-company.ts';
import { changeState, createIssue, moveTeam } from './issue-changes.ts';
import { changeOwner, changeTeamKey, renameTeam } from './organization-changes.ts';
import { archive, deleteForever, restore, trash } from './put-away.ts';
import { addRelation, removeRelation } from './relation-changes.ts';

const TODAY = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;

let company: Company;
let red: Team;
let blue: Team;
let waiter: Issue;
let blocker: Issue;

beforeEach(() => {
  company = generateCompany({ seed: 3, issues: 300, today: TODAY });
  [red, blue] = company.teams.all as unknown as [Team, Team];
  waiter = createIssue(company, { team: red, title: 'Waits' }, TODAY);
  blocker = createIssue(company, { team: blue, title: 'Blocks' }, TODAY);
});

describe('changes of a company', () => {
  it('a change of state ends one span, begins the next and touches the issue', () => {
    changeState(company, waiter, 'started', TODAY + HOUR_MS);
    expect(waiter.stateSpans).toMatchObject([{ endedAt: TODAY + HOUR_MS }, { startedAt: TODAY + HOUR_MS, endedAt: null }]);
    expect(waiter.history).toMatchObject([{ toState: waiter.state, createdAt: TODAY + HOUR_MS }]);
    expect(waiter.startedAt).toBe(TODAY + HOUR_MS);
    expect(company.issues.sortedBy('updatedAt').at(-1)).toBe(waiter);
  });

  it('reopening clears the date of completion', () => {
    changeState(company, waiter, 'completed', TODAY + 1);
    expect(waiter.completedAt).toBe(TODAY + 1);
    changeState(company, waiter, 'unstarted', TODAY + 2);
    expect(waiter.completedAt).toBeNull();
    expect(waiter.startedAt).toBeNull();
  });

  it('a relation is remembered by both ends and, as Linear promises nothing, touches neither', () => {
    const relation = addRelation(company, { issue: blocker, relatedIssue: waiter }, TODAY + 1);
    expect(waiter.history).toMatchObject([{ relationChanges: [{ identifier: blocker.identifier, type: 'ab' }] }]);
    expect(blocker.history).toMatchObject([{ relationChanges: [{ identifier: waiter.identifier, type: 'ax' }] }]);
    expect(waiter.updatedAt).toBe(TODAY);
    removeRelation(company, relation, TODAY + 2);
    expect(waiter.inverseRelations).toEqual([]);
    expect(company.relations.get(relation.id)).toBeUndefined();
    expect(company.removedRelations).toContain(relation);
    expect(waiter.history.at(-1)?.relationChanges?.[0]?.type).toBe('rb');
    expect(blocker.history.at(-1)?.relationChanges?.[0]?.type).toBe('rx');
  });

  it('a relation touches its ends in a company that says so', () => {
    company.relationsTouchIssues = true;
    addRelation(company, { issue: blocker, relatedIssue: waiter }, TODAY + 5);
    expect([waiter.updatedAt, blocker.updatedAt]).toEqual([TODAY + 5, TODAY + 5]);
  });

  it('a finished blocker keeps its relation and leaves a note, and another when reopened', () => {
    addRelation(company, { issue: blocker, relatedIssue: waiter }, TODAY + 1);
    changeState(company, blocker, 'completed', TODAY + 2);
    changeState(company, blocker, 'started', TODAY + 3);
    expect(waiter.inverseRelations).toHaveLength(1);
    const codes = waiter.history.flatMap(({ relationChanges }) => relationChanges?.map(({ type }) => type) ?? []);
    expect(codes).toEqual(['ab', 'br', 'bo']);
  });

  it('a moved issue gets a new identifier and a state of its new team, and is found by both', () => {
    const former = waiter.identifier;
    moveTeam(company, waiter, blue, TODAY + 1);
    expect(waiter.previousIdentifiers).toEqual([former]);
    expect(waiter.identifier).toBe(`${blue.key}-${waiter.number}`);
    expect(waiter.state.team).toBe(blue);
    expect(waiter.teamSpans.map(({ team }) => team)).toEqual([red, blue]);
    expect(findIssueByIdentifier(company, former)).toBe(waiter);
    expect(findIssueByIdentifier(company, waiter.identifier)).toBe(waiter);
  });

  it('a new team key changes every identifier of the team', () => {
    const former = waiter.identifier;
    changeTeamKey(company, red, 'RED', TODAY + 1);
    expect(waiter.identifier).toBe(`RED-${waiter.number}`);
    expect(findIssueByIdentifier(company, former)).toBe(waiter);
  });

  it('the bin and the archive can be left again, deletion cannot', () => {
    trash(company, waiter, TODAY + 1);
    expect(waiter).toMatchObject({ trashed: true, archivedAt: TODAY + 1, updatedAt: TODAY + 1 });
    restore(company, waiter, TODAY + 2);
    expect(waiter).toMatchObject({ trashed: null, archivedAt: null });
    archive(company, waiter, TODAY + 3, { isAutomatic: true });
    expect(waiter).toMatchObject({ autoArchivedAt: TODAY + 3, trashed: null });
    const relation = addRelation(company, { issue: blocker, relatedIssue: waiter }, TODAY + 4);
    deleteForever(company, waiter, TODAY + 5);
    expect(company.issues.get(waiter.id)).toBeUndefined();
    expect(company.issues.sortedBy('updatedAt')).not.toContain(waiter);
    expect(company.relations.get(relation.id)).toBeUndefined();
    expect(blocker.relations).toEqual([]);
  });

  it('a new owner is written down, a new name is just a name', () => {
    const [initiative] = company.initiatives.all;
    const [owner] = company.users.all;
    if (!initiative || !owner) throw new Error('An empty company');
    changeOwner(company, initiative, owner, TODAY + 1);
    expect(initiative).toMatchObject({ owner, updatedAt: TODAY + 1 });
    expect(initiative.history.at(-1)?.entries).toMatchObject({ toOwnerId: owner.id });
    renameTeam(company, red, 'Crimson', TODAY + 1);
    expect(red).toMatchObject({ name: 'Crimson', updatedAt: TODAY + 1 });
  });
});
