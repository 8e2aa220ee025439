import { describe, expect, it } from 'vitest';
import { deriveId, type IdKind } from '../../derive-id.ts';
import {
  change,
  connectionId,
  day,
  issueId,
  linked,
  linkTypes,
  statusChange,
  statuses,
  tellIssue,
  tellSite,
  types,
} from '../jira-story.fixture.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapPlans, type PlanWithHistory } from './map-plans.ts';

const idOf = (kind: IdKind, externalId: string) => deriveId(connectionId, kind, externalId);
const inUse = (...ids: string[]) =>
  ids.map((issueTypeId) => ({ kind: siteKinds.typeInUse, externalId: issueTypeId, payload: { issueTypeId } }));
const [epics, initiatives] = [types.epic.id, types.initiative.id];
const site = tellSite({}, inUse(epics, initiatives));

type Told = Record<string, unknown>;
const plan = (key: string, told: Told = {}, histories: HistoryEntry[] | null = []): PlanWithHistory => ({
  issue: tellIssue(key, { issuetype: types.epic, ...told }),
  histories,
});
const initiative = (key: string, told: Told = {}, histories: HistoryEntry[] | null = []) =>
  plan(key, { issuetype: types.initiative, ...told }, histories);
const parent = (key: string, issuetype: object) => ({ parent: { id: issueId(key), key, fields: { issuetype } } });
const ann = { accountId: 'ann', displayName: 'Ann' };

describe('an epic', () => {
  it('is a project, led by its assignee', () => {
    expect(mapPlans(site, [plan('PAY-1', { assignee: ann })]).rows).toMatchObject({
      project: [{ id: idOf('project', issueId('PAY-1')), key: 'PAY-1', lead_id: idOf('person', 'ann'), status: 'planned' }],
      initiative: [],
    });
  });

  it('is an initiative of its own where nothing is above epics', () => {
    const { rows } = mapPlans(tellSite({}, inUse(epics)), [plan('PAY-1', { assignee: ann })]);
    expect(rows.initiative).toMatchObject([{ owner_id: idOf('person', 'ann') }]);
    expect(rows.project_initiative).toEqual([
      { project_id: idOf('project', issueId('PAY-1')), initiative_id: idOf('initiative', issueId('PAY-1')) },
    ]);
  });

  it('belongs to the initiative above it', () => {
    const { rows } = mapPlans(site, [plan('PAY-1', parent('PAY-2', types.initiative)), initiative('PAY-2'), plan('PAY-3')]);
    expect(rows.project_initiative).toEqual([
      { project_id: idOf('project', issueId('PAY-1')), initiative_id: idOf('initiative', issueId('PAY-2')) },
    ]);
  });

  it('belongs to the initiative above what is between the two', () => {
    const between = { id: '105', name: 'Capability', hierarchyLevel: 2 };
    const top = { id: '106', name: 'Goal', hierarchyLevel: 3 };
    const tall = tellSite({}, [
      ...inUse(epics, '105', '106'),
      ...[between, top].map((payload) => ({ kind: siteKinds.issueType, externalId: payload.id, payload })),
    ]);
    const plans = [
      plan('PAY-1', parent('PAY-2', between)),
      plan('PAY-2', { issuetype: between, ...parent('PAY-3', top) }),
      plan('PAY-3', { issuetype: top }),
    ];
    const { rows, problems } = mapPlans(tall, plans);
    expect(rows.project_initiative).toEqual([
      { project_id: idOf('project', issueId('PAY-1')), initiative_id: idOf('initiative', issueId('PAY-3')) },
    ]);
    expect([rows.project?.length, rows.initiative?.length, problems]).toEqual([1, 1, []]);
    const lower = tellSite({ initiativeLevel: 2 }, [
      ...inUse(epics, '105', '106'),
      ...[between, top].map((payload) => ({ kind: siteKinds.issueType, externalId: payload.id, payload })),
    ]);
    expect(mapPlans(lower, plans).problems).toMatchObject([{ kind: 'plan-above-initiatives', subject: 'PAY-3' }]);
  });

  it('whose parents lead in a circle belongs to none', () => {
    expect(
      mapPlans(site, [plan('PAY-1', parent('PAY-2', types.epic)), plan('PAY-2', parent('PAY-1', types.epic))]).rows.project_initiative,
    ).toEqual([]);
  });

  it('blocks another from when its history says, each link once', () => {
    const end = (key: string) => ({ id: issueId(key), key, fields: { issuetype: types.epic } });
    const { rows } = mapPlans(site, [
      plan('PAY-1', { issuelinks: [{ id: '5', type: linkTypes.blocks, outwardIssue: end('WEB-2') }] }, [
        change(4, linked('blocks', 'WEB-2')),
      ]),
      plan('WEB-2', { issuelinks: [{ id: '5', type: linkTypes.blocks, inwardIssue: end('PAY-1') }] }),
    ]);
    expect(rows.project_dependency).toEqual([
      {
        id: idOf('project-dependency', '5'),
        external_id: '5',
        blocker_project_id: idOf('project', issueId('PAY-1')),
        blocked_project_id: idOf('project', issueId('WEB-2')),
        from_at: day(4),
        to_at: null,
      },
    ]);
  });
});

describe('the dates of a plan', () => {
  const told = [
    statusChange(2, statuses.todo, statuses.doing),
    statusChange(5, statuses.doing, statuses.done),
    statusChange(6, statuses.done, statuses.doing),
  ];

  it.each([
    ['planned', statuses.todo, [], null, null],
    ['active', statuses.doing, told.slice(0, 1), day(2), null],
    ['active', statuses.doing, told, day(2), null],
    ['completed', statuses.done, told.slice(0, 2), day(2), day(5)],
    ['completed', statuses.done, [...told, statusChange(9, statuses.doing, statuses.done)], day(2), day(9)],
  ])('that is %s come from its history', (status, today, histories, started_at, completed_at) => {
    expect(mapPlans(site, [initiative('PAY-1', { status: today }, histories)]).rows.initiative).toMatchObject([
      { status, started_at, completed_at },
    ]);
  });

  it('come from itself while its history is not known', () => {
    const done = { status: statuses.done, resolutiondate: day(7), statuscategorychangedate: day(8) };
    expect(mapPlans(site, [initiative('PAY-1', done, null)]).rows.initiative).toMatchObject([{ completed_at: day(7) }]);
    const active = { status: statuses.doing, statuscategorychangedate: day(8) };
    expect(mapPlans(site, [initiative('PAY-1', active, null)]).rows.initiative).toMatchObject([{ started_at: day(8) }]);
  });

  it('are canceled where the resolution says it was not done', () => {
    const canceled = { status: statuses.done, resolution: { id: '1', name: "Won't Do" } };
    expect(mapPlans(site, [initiative('PAY-1', canceled)]).rows.initiative).toMatchObject([{ status: 'canceled', completed_at: null }]);
  });

  it('that nobody can place are planned, and counted', () => {
    const { rows, problems } = mapPlans(site, [initiative('PAY-1', { status: { id: '99', name: 'Odd' } })]);
    expect([rows.initiative?.[0]?.status, problems?.map(({ kind }) => kind)]).toEqual(['planned', ['unknown-plan-status']]);
  });
});

describe('the owner of an initiative', () => {
  it('is who it is assigned to, with every change', () => {
    const histories = [change(3, { field: 'assignee', fieldId: 'assignee', from: 'bob', fromText: 'Bob', to: 'ann', toText: 'Ann' })];
    const { rows } = mapPlans(site, [initiative('PAY-1', { assignee: ann }, histories)]);
    expect(rows.initiative).toMatchObject([{ owner_id: idOf('person', 'ann') }]);
    expect(rows.initiative_owner_change).toMatchObject([
      { at: day(3), from_person_id: idOf('person', 'bob'), to_person_id: idOf('person', 'ann'), source: 'history' },
    ]);
  });

  it('is whom the chosen field held, by its id or on a server by its name', () => {
    const field = { id: 'customfield_77', name: 'Accountable' };
    const chosen = tellSite({ initiativeOwnerField: field.id }, [
      ...inUse(epics, initiatives),
      { kind: siteKinds.field, externalId: field.id, payload: field },
    ]);
    const histories = [
      change(3, { field: 'Accountable', fieldId: field.id, from: 'bob', to: 'ann' }),
      change(4, { field: 'Accountable', from: 'ann', to: 'eve' }),
      change(5, { field: 'assignee', fieldId: 'assignee', from: 'x', to: 'y' }),
    ];
    const { rows } = mapPlans(chosen, [initiative('PAY-1', {}, histories)]);
    expect(rows.initiative_owner_change?.map(({ at, to_person_id }) => [at, to_person_id])).toEqual([
      [day(3), idOf('person', 'ann')],
      [day(4), idOf('person', 'eve')],
    ]);
  });

  it('is whom the chosen field holds', () => {
    const chosen = tellSite({ initiativeOwnerField: 'customfield_77' }, inUse(epics, initiatives));
    expect(mapPlans(chosen, [initiative('PAY-1', { customfield_77: [ann] })]).rows.initiative).toMatchObject([
      { owner_id: idOf('person', 'ann') },
    ]);
    const reporter = tellSite({ initiativeOwnerField: 'reporter' }, inUse(epics, initiatives));
    expect(mapPlans(reporter, [initiative('PAY-1', { reporter: ann })]).rows.initiative).toMatchObject([
      { owner_id: idOf('person', 'ann') },
    ]);
  });
});
