import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, day, projectId, tellIssue, tellSite } from '../jira-story.fixture.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import { statusToday, teamToday } from './issue-today.ts';
import { replayIssue } from './replay-issue.ts';

const site = tellSite({ teams: 'component' });
const names = ['API', 'UI', 'DB'] as const;
const id = fc.constantFrom('1', '3', '6', '10', '999');

/** Changes of status, component, project and resolution, on days that may repeat. */
const entry = fc.oneof(
  fc.tuple(fc.nat(9), id, id).map(([onDay, from, to]) => change(onDay, { field: 'status', from, to })),
  fc.tuple(fc.nat(9), fc.constantFrom(...names)).map(([onDay, name]) => change(onDay, { field: 'Component', to: name, toText: name })),
  fc.tuple(fc.nat(9), fc.constantFrom(...names)).map(([onDay, name]) => change(onDay, { field: 'Component', from: name, fromText: name })),
  fc.nat(9).map((onDay) => change(onDay, { field: 'project', from: projectId('WEB'), to: projectId('PAY') })),
  fc.nat(9).map((onDay) => change(onDay, { field: 'resolution', to: '1', toText: "Won't Fix" })),
);
const issue = fc.record({ status: id, components: fc.subarray([...names]) }).map(({ status, components }) =>
  tellIssue('PAY-1', {
    status: { id: status, name: status },
    components: components.map((name) => ({ id: name, name })),
    created: day(0),
  }),
);

describe('an issue that is replayed', () => {
  it('comes to what it is today, however little its history fits', () => {
    fc.assert(
      fc.property(issue, fc.array(entry, { maxLength: 12 }), (told, histories: HistoryEntry[]) => {
        const { status, team } = replayIssue(site, told, histories);
        const answer = teamToday(site, told);
        expect(status.at(-1)?.value).toBe(statusToday(site, told));
        expect(team.at(-1)?.value?.identity ?? null).toEqual(typeof answer === 'string' ? null : answer.identity);
      }),
    );
  });

  it('has steps in order of time from its creation on, each of which differs from the one before', () => {
    fc.assert(
      fc.property(issue, fc.array(entry, { maxLength: 12 }), (told, histories: HistoryEntry[]) => {
        const { status } = replayIssue(site, told, histories);
        expect(status[0]?.at).toBe(Date.parse(day(0)));
        for (const [place, step] of status.entries()) {
          const before = status[place - 1];
          if (before !== undefined) expect(step.at > before.at && step.value !== before.value).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which its entries come', () => {
    const shuffled = fc
      .array(entry, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(issue, shuffled, (told, [all, other]) => {
        const { status, team } = replayIssue(site, told, all);
        const again = replayIssue(site, told, other);
        expect([again.status, again.team]).toEqual([status, team]);
      }),
    );
  });
});
