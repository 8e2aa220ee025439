import type { Connection, Identities, IdentityKind, IdentityMember } from '@speedtax/contract';
import { formatInstantIn } from '../../words/instant-in.ts';

export interface IdentityRow {
  key: string;
  name: string;
  /** "Engineering in Linear (ENG), Engineering in Jira (EN)" */
  places: { key: string; words: string }[];
  why: string;
  /** What can be said of them. */
  actions: IdentityAction[];
}

export interface IdentityAction {
  words: string;
  method: 'PUT' | 'DELETE';
  path: string;
  body?: { same: boolean };
}

export interface DecisionRow {
  key: string;
  words: string;
  by: string;
  at: string;
  undo: IdentityAction;
}

export interface AloneKind {
  kind: IdentityKind;
  title: string;
  options: { id: string; words: string; connectionId: string }[];
}

export interface IdentitiesView {
  proposed: { rows: IdentityRow[]; note: string };
  joined: { title: string; rows: IdentityRow[]; note: string; empty: string }[];
  alone: AloneKind[];
  aloneNote: string;
  decisions: DecisionRow[];
}

/** More rows than anybody reads; the rest is in the API. */
const mostShown = 300;

export function prepareIdentities(found: Identities, connections: readonly Connection[], timeZone: string): IdentitiesView {
  const nameOf = new Map(connections.map(({ id, name }) => [id, name]));
  const trackerOf = ({ connectionId }: IdentityMember) => nameOf.get(connectionId) ?? 'a tracker that is gone';
  const place = (member: IdentityMember) => ({
    key: member.id,
    words: `${member.name}${member.key ? ` (${member.key})` : ''} in ${trackerOf(member)}`,
  });
  const joinedOf = (kind: IdentityKind) =>
    found.joined
      .filter((one) => one.kind === kind)
      .map(({ id, members, decided }): IdentityRow => {
        const [first, ...others] = members;
        return {
          key: id,
          name: first?.name ?? 'not known',
          places: members.map(place),
          why: decided ? 'decided by hand' : kind === 'person' ? 'the same e-mail address' : 'the same name',
          actions: others.flatMap((other) => [
            ...(decided ? [] : [decide('Confirm', id, other.id, true)]),
            decide(others.length === 1 ? 'Separate' : `Separate that in ${trackerOf(other)}`, id, other.id, false),
          ]),
        };
      });
  const proposed = found.proposed.flatMap(({ members: [one, other] }): IdentityRow[] =>
    one && other
      ? [
          {
            key: `${one.id} ${other.id}`,
            name: one.key ?? one.name,
            places: [one, other].map(place),
            why: 'the same key',
            actions: [decide('They are one', one.id, other.id, true), decide('They are not', one.id, other.id, false)],
          },
        ]
      : [],
  );
  const byName = (a: IdentityRow, b: IdentityRow) => a.name.localeCompare(b.name);
  const [people, teams] = [joinedOf('person').sort(byName), joinedOf('team').sort(byName)];
  const alone = (['team', 'person'] as const)
    .map((kind) => ({
      kind,
      title: kind === 'team' ? 'team' : 'person',
      options: found.alone
        .filter((one) => one.kind === kind)
        .map(({ member }) => ({ id: member.id, words: place(member).words, connectionId: member.connectionId })),
    }))
    .filter(({ options }) => new Set(options.map(({ connectionId }) => connectionId)).size > 1);
  return {
    proposed: { rows: proposed.slice(0, mostShown), note: sayShown(proposed.length) },
    joined: [
      {
        title: 'Teams',
        rows: teams.slice(0, mostShown),
        note: sayShown(teams.length),
        empty: 'No team has the same name in two trackers.',
      },
      {
        title: 'People',
        rows: people.slice(0, mostShown),
        note: sayShown(people.length),
        empty: 'Nobody has the same e-mail address in two trackers, or a tracker hides the addresses: join people by hand.',
      },
    ],
    alone,
    aloneNote:
      alone.map(({ kind, options }) => `${options.length} ${kind === 'team' ? 'teams' : 'people'}`).join(' and ') +
      ' are in one tracker only',
    decisions: prepareDecisions(found, place, timeZone),
  };
}

function prepareDecisions(found: Identities, place: (member: IdentityMember) => { words: string }, timeZone: string): DecisionRow[] {
  const members = new Map(
    [
      ...found.joined.flatMap((one) => one.members),
      ...found.proposed.flatMap((one) => one.members),
      ...found.alone.map((one) => one.member),
    ].map((member) => [member.id, place(member).words]),
  );
  const sayMember = (id: string, kind: IdentityKind) => members.get(id) ?? `a ${kind} that is not read any more`;
  return found.decisions.slice(0, mostShown).map(({ kind, id, otherId, same, decidedBy, decidedAt }) => ({
    key: `${id} ${otherId}`,
    words: `${sayMember(id, kind)} and ${sayMember(otherId, kind)} are ${same ? 'one' : 'not the same'}`,
    by: decidedBy,
    at: formatInstantIn(timeZone, decidedAt),
    undo: { words: 'Undo', method: 'DELETE', path: pathOf(id, otherId) },
  }));
}

function decide(words: string, id: string, otherId: string, same: boolean): IdentityAction {
  return { words, method: 'PUT', path: pathOf(id, otherId), body: { same } };
}

export function pathOf(id: string, otherId: string): string {
  return `/api/v1/identities/${id}/${otherId}`;
}

function sayShown(count: number): string {
  return count > mostShown ? `the first ${mostShown} of ${count}` : `${count}`;
}
