import { describe, expect, it } from 'vitest';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

describe('an issue waits', () => {
  const a1 = issue('a1', 'A', { unstarted: 0, started: 2, completed: 10 });
  const b1 = issue('b1', 'B', { started: 0, completed: 6 });

  const stories: [string, Parameters<typeof analyzeStory>[0], string[]][] = [
    [
      'until the blocker is done, even if the link stays',
      { issues: [a1, b1], dependencies: [link('b1', 'a1', 3)] },
      ['a1 of A 3–6: B by b1, in work, dragging'],
    ],
    [
      'until the link is removed, even if the blocker is open',
      { issues: [a1, b1], dependencies: [link('b1', 'a1', 3, 4)] },
      ['a1 of A 3–4: B by b1, in work, dragging'],
    ],
    [
      'held while unstarted, dragging once started',
      { issues: [a1, b1], dependencies: [link('b1', 'a1', 1, 4)] },
      ['a1 of A 1–2: B by b1, in work, held', 'a1 of A 2–4: B by b1, in work, dragging'],
    ],
    [
      'dragging only, where the blocker comes as work begins, and held only, where it goes as work begins',
      {
        issues: [a1, issue('a2', 'A', { unstarted: 0, started: 4 }), b1],
        dependencies: [link('b1', 'a1', 2, 3), link('b1', 'a2', 1, 4)],
      },
      ['a1 of A 2–3: B by b1, in work, dragging', 'a2 of A 1–4: B by b1, in work, held'],
    ],
    [
      'not in backlog: it is not in play yet',
      { issues: [issue('a1', 'A', { backlog: 0, started: 5 }), b1], dependencies: [link('b1', 'a1', 1)] },
      ['a1 of A 5–6: B by b1, in work, dragging'],
    ],
    [
      'to this day, while its blocker is open',
      { issues: [issue('a1', 'A', { started: 0 }), issue('b1', 'B', { unstarted: 0 })], dependencies: [link('b1', 'a1', 1)] },
      ['a1 of A 1–: B by b1, queued, dragging'],
    ],
    ['not on its own team', { issues: [a1, issue('a2', 'A', { started: 0 })], dependencies: [link('a2', 'a1', 1)] }, []],
    ['not on a team that is not known', { issues: [a1, issue('x', null, { started: 0 })], dependencies: [link('x', 'a1', 1)] }, []],
    ['not while its own team is not known', { issues: [issue('a1', null, { started: 0 }), b1], dependencies: [link('b1', 'a1', 1)] }, []],
    [
      'not while the status of the blocker is not known',
      { issues: [a1, issue('b1', 'B', { unknown: 0, started: 4, completed: 6 })], dependencies: [link('b1', 'a1', 1)] },
      ['a1 of A 4–6: B by b1, in work, dragging'],
    ],
    ['not on itself', { issues: [a1], dependencies: [link('a1', 'a1', 1)] }, []],
    [
      'again when its blocker is reopened',
      {
        issues: [a1, { ...b1, statuses: [...b1.statuses, { at: day(7), category: 'started' }, { at: day(8), category: 'canceled' }] }],
        dependencies: [link('b1', 'a1', 5)],
      },
      ['a1 of A 5–6: B by b1, in work, dragging', 'a1 of A 7–8: B by b1, in work, dragging'],
    ],
    [
      'not while its blocker is archived, and again when it is back',
      {
        issues: [
          a1,
          {
            ...b1,
            closed: [
              { at: day(4), closed: true },
              { at: day(5), closed: false },
            ],
          },
        ],
        dependencies: [link('b1', 'a1', 3)],
      },
      ['a1 of A 3–4: B by b1, in work, dragging', 'a1 of A 5–6: B by b1, in work, dragging'],
    ],
    [
      'for the team that owns it at the time, until it moves to the blocking team',
      { issues: [issue('a1', { 0: 'A', 4: 'C', 5: 'B' }, { started: 0 }), b1], dependencies: [link('b1', 'a1', 3)] },
      ['a1 of A 3–4: B by b1, in work, dragging', 'a1 of C 4–5: B by b1, in work, dragging'],
    ],
    [
      'on the team that owns the blocker at the time',
      { issues: [a1, issue('b1', { 0: 'A', 4: 'B', 5: 'C' }, { started: 0, completed: 6 })], dependencies: [link('b1', 'a1', 3)] },
      ['a1 of A 4–5: B by b1, in work, dragging', 'a1 of A 5–6: C by b1, in work, dragging'],
    ],
    [
      'once on a team that blocks with several issues, by the least advanced of them',
      {
        issues: [a1, b1, issue('b2', 'B', { triage: 0, unstarted: 4, completed: 5 })],
        dependencies: [link('b1', 'a1', 2), link('b2', 'a1', 3)],
      },
      [
        'a1 of A 2–3: B by b1, in work, dragging',
        'a1 of A 3–4: B by b1 b2, unaccepted, dragging',
        'a1 of A 4–5: B by b1 b2, queued, dragging',
        'a1 of A 5–6: B by b1, in work, dragging',
      ],
    ],
    [
      'split equally among teams, however many issues each blocks with',
      {
        issues: [a1, b1, issue('b2', 'B', { started: 0, completed: 6 }), issue('c1', 'C', { started: 0, completed: 6 })],
        dependencies: [link('b1', 'a1', 4), link('b2', 'a1', 4), link('c1', 'a1', 4)],
      },
      ['a1 of A 4–6: B 1/2 by b1 b2, in work, dragging', 'a1 of A 4–6: C 1/2 by c1, in work, dragging'],
    ],
    [
      'once, if the tracker tells a link twice',
      { issues: [a1, b1], dependencies: [link('b1', 'a1', 3), link('b1', 'a1', 4, 5), link('b1', 'a1', 3)] },
      ['a1 of A 3–6: B by b1, in work, dragging'],
    ],
    [
      'without a break, where one link takes over from another',
      { issues: [a1, b1, issue('b2', 'B', { started: 0 })], dependencies: [link('b1', 'a1', 3, 4), link('b2', 'a1', 4, 5)] },
      ['a1 of A 3–5: B by b1 b2, in work, dragging'],
    ],
    [
      'once on a blocker, though what that one goes back to changes',
      { issues: [a1, b1, issue('c1', 'C', { started: 0 })], dependencies: [link('b1', 'a1', 2), link('c1', 'b1', 3)] },
      ['a1 of A 2–6: B by b1, in work, dragging', 'b1 of B 3–6: C by c1, in work, dragging'],
    ],
    [
      'on another issue after a break, and no longer on the first',
      { issues: [a1, b1, issue('b2', 'B', { started: 0 })], dependencies: [link('b1', 'a1', 2, 3), link('b2', 'a1', 4, 5)] },
      ['a1 of A 2–3: B by b1, in work, dragging', 'a1 of A 4–5: B by b2, in work, dragging'],
    ],
    [
      'on its own blockers alone, whoever another issue waits on to this day',
      {
        issues: [
          ...['a1', 'a2'].map((id) => issue(id, 'A', { started: 0 })),
          issue('b1', 'B', { triage: 0 }),
          issue('b2', 'B', { started: 0 }),
          ...['c1', 'c2'].map((id) => issue(id, 'C', { unstarted: 0 })),
        ],
        dependencies: [link('b1', 'a1', 1), link('c1', 'a1', 1), link('b2', 'a2', 1), link('c2', 'a2', 1)],
      },
      [
        'a1 of A 1–: B 1/2 by b1, unaccepted, dragging',
        'a1 of A 1–: C 1/2 by c1, queued, dragging',
        'a2 of A 1–: B 1/2 by b2, in work, dragging',
        'a2 of A 1–: C 1/2 by c2, queued, dragging',
      ],
    ],
    ...(
      [
        ['first', { b1: 3, b2: 20, b3: 20 }, 'b2 b3 b4'],
        ['second', { b1: 20, b2: 3, b3: 20 }, 'b1 b3 b4'],
        ['last', { b1: 20, b2: 20, b3: 3 }, 'b1 b2 b4'],
        ['first, then the last', { b1: 3, b2: 20, b3: 3.5 }, 'b2 b4'],
        ['first two', { b1: 3, b2: 3.5, b3: 20 }, 'b3 b4'],
      ] as const
    ).map(([which, { b1: first, b2: second, b3: third }, left]): [string, Parameters<typeof analyzeStory>[0], string[]] => [
      `on those that are left of a team’s blockers, once the ${which} of them came to an end and another came`,
      {
        // b4 comes on day 4. C’s end on day 5 begins a new row.
        issues: [
          issue('a1', 'A', { started: 0, completed: 10 }),
          ...['b1', 'b2', 'b3', 'b4'].map((id) => issue(id, 'B', { started: 0 })),
          issue('c1', 'C', { started: 0, completed: 5 }),
        ],
        dependencies: [
          link('b1', 'a1', 1, first),
          link('b2', 'a1', 1, second),
          link('b3', 'a1', 1, third),
          link('b4', 'a1', 4),
          link('c1', 'a1', 1),
        ],
      },
      [
        'a1 of A 1–5: B 1/2 by b1 b2 b3 b4, in work, dragging',
        'a1 of A 1–5: C 1/2 by c1, in work, dragging',
        `a1 of A 5–10: B by ${left}, in work, dragging`,
      ],
    ]),
    [
      'anew on a team all of whose blockers had come to an end, while another blocked on',
      {
        issues: [a1, issue('b1', 'B', { triage: 0 }), issue('b2', 'B', { started: 0 }), issue('c1', 'C', { started: 0 })],
        dependencies: [link('b1', 'a1', 2, 4), link('b2', 'a1', 5, 7), link('c1', 'a1', 2, 8)],
      },
      [
        'a1 of A 2–4: B 1/2 by b1, unaccepted, dragging',
        'a1 of A 2–4: C 1/2 by c1, in work, dragging',
        'a1 of A 4–5: C by c1, in work, dragging',
        'a1 of A 5–7: B 1/2 by b2, in work, dragging',
        'a1 of A 5–7: C 1/2 by c1, in work, dragging',
        'a1 of A 7–8: C by c1, in work, dragging',
      ],
    ],
    [
      'not on its own team, though that blocks it too, until it moves there',
      {
        issues: [
          issue('a1', { 0: 'A', 4: 'B' }, { started: 0, completed: 6 }),
          issue('a2', 'A', { triage: 0 }),
          issue('b1', 'B', { started: 0 }),
          issue('c1', 'C', { started: 0 }),
        ],
        dependencies: [link('a2', 'a1', 1), link('b1', 'a1', 1), link('c1', 'a1', 2)],
      },
      [
        'a1 of A 1–2: B by b1, in work, dragging',
        'a1 of A 2–4: B 1/2 by b1, in work, dragging',
        'a1 of A 2–4: C 1/2 by c1, in work, dragging',
        'a1 of B 4–6: A 1/2 by a2, unaccepted, dragging',
        'a1 of B 4–6: C 1/2 by c1, in work, dragging',
      ],
    ],
  ];
  it.each(stories)('%s', (_, story, expected) => {
    expect(analyzeStory(story).waits).toEqual(expected);
  });

  it('in no way before a link whose start is not known: it only lowers the coverage', () => {
    const { analysis, waits } = analyzeStory({ issues: [a1, b1], dependencies: [{ blocker: 'b1', blocked: 'a1', from: null }] });
    expect(waits).toEqual([]);
    expect(analysis.coverage).toMatchObject({ dependencies: 1, dependenciesWithUnknownStart: 1 });
  });

  it('up to the data cut-off only: what comes after has not happened', () => {
    const story = { issues: [a1, b1], dependencies: [link('b1', 'a1', 3)] };
    expect(analyzeStory(story, 5).waits).toEqual(['a1 of A 3–: B by b1, in work, dragging']);
    expect(analyzeStory(story, 3).waits).toEqual(['a1 of A 3–: B by b1, in work, dragging']);
    expect(analyzeStory(story, 2).waits).toEqual([]);
    const removed = { issues: [a1, b1], dependencies: [link('b1', 'a1', 3, 5.5)] };
    expect(analyzeStory(removed, 5).waits).toEqual(['a1 of A 3–: B by b1, in work, dragging']);
  });

  it('on one blocker without a break, though the link is taken back and made again at once', () => {
    const again = { issues: [a1, b1], dependencies: [link('b1', 'a1', 3, 4), link('b1', 'a1', 4)] };
    expect(analyzeStory(again).waits).toEqual(['a1 of A 3–6: B by b1, in work, dragging']);
  });

  it('not for a link that lasted no time, which is no mistake either', () => {
    const { waits, analysis } = analyzeStory({ issues: [a1, b1], dependencies: [link('b1', 'a1', 3, 3)] });
    expect([waits, analysis.problems]).toEqual([[], []]);
  });

  it('and bad data is told, not taxed', () => {
    const story = { issues: [a1, b1], dependencies: [link('a1', 'a1', 1), link('b1', 'a1', 5, 4)] };
    expect(analyzeStory(story).analysis.problems).toEqual([
      { kind: 'self-dependency', issue: 0 },
      { kind: 'ends-before-start', issue: 0 },
    ]);
  });
});
