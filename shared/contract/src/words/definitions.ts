/** What each figure means, one hover away from it. */
export const definitions = {
  'speed tax':
    'Waiting time over in-play time. The range is its doubt: low counts only issues held before they were started, high adds the time blocked while still in backlog or triage.',
  paid: 'Waiting time: the time a team’s issues were in play while at least one dependency on another team was in force.',
  imposed:
    'The waiting time of other teams on this one. Where several teams block an issue at once, its waiting is split equally among them, so paid and imposed add up.',
  waiting: 'An issue waits when it is in play and at least one dependency onto it, from another team, is in force.',
  'waiting now': 'Issues that wait at the data cut-off.',
  'in play': 'Time in which an issue is unstarted or started, neither in backlog or triage nor closed.',
  held: 'Waiting while unstarted.',
  dragging: 'Waiting while started.',
  anatomy:
    'What the blocking team is doing about it. Unaccepted: the blocker is in triage or backlog. Queued: unstarted. In work: started. Where one team blocks with several issues, the least advanced counts.',
  'wait episode':
    'A stretch in which an issue waits without a break. Half of them are over within the median, 85 % within the 85th percentile.',
  autonomy: 'Share of the issues completed in the window that never waited.',
  'quality tax': 'Share of completed issues that were reopened or were defects: those that had waited against those that had not.',
  root: 'Dependencies followed from the blockers down to issues that nothing blocks: the wait belongs to their teams.',
  deadlock: 'A circle of dependencies across teams among open issues, now.',
  blockers:
    'Distinct open issues of other teams that block an issue of the initiative now. External ones are not part of the initiative themselves.',
  stalled: 'Time in which the initiative had issues in play and every one of them was waiting.',
  flagged:
    'Time in which issues in play were marked as impeded while no dependency on another team said by what. It stands beside the tax and is no part of it.',
  'clock waiting': 'How long somebody in the initiative waited: the union of its waits on the calendar.',
  'resource control':
    'Share of the initiative’s in-play time that was in the owner’s own teams. From 80 % the owner leads (STL); below, the owner must borrow (STO).',
  accountable:
    'The owner named on the initiative, if active: single. Else the active leads of its unfinished projects: one is inferred, two or more are diluted, none is unowned.',
  'single-threaded': 'One named owner who is accountable for no other active initiative.',
  coverage: 'Share of issues and dependencies that are known without a gap. What is not known is never guessed, only counted here.',
} as const;

export type Term = keyof typeof definitions;
