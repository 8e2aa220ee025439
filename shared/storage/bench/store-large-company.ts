import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Company, issueFlag, type StepColumns, statusCategories } from '@speedtax/domain';
import { benchId } from '@speedtax/domain/bench/bench-id';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export const benchOrganizationId = benchId('organization', 0);
const connectionId = benchId('connection', 0);
const chunkChars = 1 << 16;

/** Stores a company as the facts of one organization that has been read up to `readAt`. */
export async function storeLargeCompany(url: string, company: Company, readAt: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const copy = (target: string, lines: Iterable<string>) =>
    pipeline(Readable.from(joinLines(lines)), client.query(copyFrom(`copy ${target} from stdin`)));
  try {
    const place = `${benchOrganizationId}\t${connectionId}`;
    await client.query(`insert into organization (id, name, time_zone) values ('${benchOrganizationId}', 'Large', 'Europe/Berlin')`);
    await client.query(`insert into connection (organization_id, id, provider, name, base_url, credentials, status)
      values ('${benchOrganizationId}', '${connectionId}', 'linear', 'Large', 'https://tracker.example/graphql', 'sealed', 'ready')`);
    await client.query(`insert into sync (organization_id, id, connection_id, kind, state, read_at)
      values ('${benchOrganizationId}', '${benchId('sync', 0)}', '${connectionId}', 'backfill', 'analyzing', '${instant(readAt)}')`);
    await copy('workflow_status (organization_id, connection_id, id, external_id, name, tracker_type, category)', listStatuses(place));
    await copy('team (organization_id, connection_id, id, external_id, key, name)', listTeams(place, company));
    await copy('person (organization_id, connection_id, id, external_id, name, active, is_app)', listPeople(place, company));
    await copy('team_member (organization_id, connection_id, person_id, team_id)', listMembers(place, company));
    const plan = 'organization_id, connection_id, id, external_id, name, status, tracker_status, created_at';
    await copy(`initiative (${plan}, owner_id)`, listInitiatives(place, company));
    await copy(`project (${plan}, lead_id)`, listProjects(place, company));
    await copy('project_initiative (organization_id, connection_id, project_id, initiative_id)', listBelonging(place, company));
    await copy(
      `issue (organization_id, connection_id, id, external_id, key, title, labels, is_defect, is_stub,
        team_id, status_id, project_id, created_at, updated_at, history_read_at)`,
      listIssues(place, company, readAt),
    );
    const change = 'organization_id, connection_id, issue_id, external_id, field, at, from_id, to_id';
    await copy(`issue_change (${change})`, listChanges(place, 'status', company.ids.issues, company.issues.status));
    await copy(`issue_change (${change})`, listChanges(place, 'team', company.ids.issues, company.issues.team));
    await copy(
      'dependency (organization_id, connection_id, blocker_issue_id, blocked_issue_id, from_at, to_at, start_evidence)',
      listDependencies(place, company),
    );
    await client.query('vacuum (freeze, analyze)');
  } finally {
    await client.end();
  }
}

function* listStatuses(place: string) {
  for (const [code, name] of statusCategories.entries())
    yield `${place}\t${benchId('status', code)}\tstatus ${code}\t${name}\t${name}\t${name}`;
}

function* listTeams(place: string, { ids }: Company) {
  for (const [team, id] of ids.teams.entries()) yield `${place}\t${id}\tteam ${team}\tT${team}\tTeam ${team}`;
}

function* listPeople(place: string, { ids, people }: Company) {
  for (const [person, { active }] of people.entries())
    yield `${place}\t${ids.people[person]}\tperson ${person}\tPerson ${person}\t${active}\tfalse`;
}

function* listMembers(place: string, { ids, people }: Company) {
  for (const [person, { teams }] of people.entries()) for (const team of teams) yield `${place}\t${ids.people[person]}\t${ids.teams[team]}`;
}

function* listInitiatives(place: string, { ids, initiatives }: Company) {
  for (const [k, { owner, status }] of initiatives.entries())
    yield `${place}\t${ids.initiatives[k]}\tinitiative ${k}\tInitiative ${k}\t${status}\t${status}\t2023-01-01\t${ids.people[owner] ?? '\\N'}`;
}

function* listProjects(place: string, { ids, projects }: Company) {
  for (const [k, { lead, status }] of projects.entries())
    yield `${place}\t${ids.projects[k]}\tproject ${k}\tProject ${k}\t${status}\t${status}\t2023-01-01\t${ids.people[lead] ?? '\\N'}`;
}

function* listBelonging(place: string, { ids, projects }: Company) {
  for (const [k, { initiatives }] of projects.entries())
    for (const initiative of initiatives) yield `${place}\t${ids.projects[k]}\t${ids.initiatives[initiative]}`;
}

function* listIssues(place: string, { ids, issues }: Company, readAt: number) {
  const { status, team } = issues;
  for (let i = 0; i < issues.count; i++) {
    const lastStatus = status.offset[i + 1]! - 1;
    const lastTeam = team.offset[i + 1]! - 1;
    const updatedAt = Math.max(status.at[lastStatus]!, team.at[lastTeam]!);
    yield `${place}\t${ids.issues.at(i)}\tissue ${i}\tKEY-${i}\tAbout ${i}\t{}\t${(issues.flags[i]! & issueFlag.defect) !== 0}\tfalse\t${
      ids.teams[team.value[lastTeam]!]
    }\t${benchId('status', status.value[lastStatus]!)}\t${ids.projects[issues.project[i]!] ?? '\\N'}\t${instant(issues.createdAt[i]!)}\t${instant(
      updatedAt,
    )}\t${instant(readAt)}`;
  }
}

/** The first step holds from creation on: a change is what comes after it. */
function* listChanges(place: string, field: 'status' | 'team', ids: Company['ids']['issues'], { offset, at, value }: StepColumns) {
  for (let i = 0; i + 1 < offset.length; i++)
    for (let row = offset[i]! + 1; row < offset[i + 1]!; row++)
      yield `${place}\t${ids.at(i)}\tchange ${row - offset[i]!}\t${field}\t${instant(at[row]!)}\t${benchId(field, value[row - 1]!)}\t${benchId(field, value[row]!)}`;
}

function* listDependencies(place: string, { ids, dependencies }: Company) {
  const seen = new Set<string>();
  for (let d = 0; d < dependencies.count; d++) {
    const ends = `${ids.issues.at(dependencies.blocker[d]!)}\t${ids.issues.at(dependencies.blocked[d]!)}`;
    const key = `${ends} ${dependencies.from[d]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const to = dependencies.to[d]!;
    yield `${place}\t${ends}\t${instant(dependencies.from[d]!)}\t${to === Infinity ? '\\N' : instant(to)}\tlink`;
  }
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

function* joinLines(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
