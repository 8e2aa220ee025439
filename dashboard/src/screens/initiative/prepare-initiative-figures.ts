import type { InitiativeDetail } from '@speedtax/contract';
import { issuesLink, type KeptView } from '../../address/links.ts';
import type { StripFigure } from '../../parts/figure-strip.tsx';
import { formatDuration, formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { formatExactShare, formatShare } from '../../words/share.ts';
import { sayUnknownControl } from '../../words/unknown-control.ts';

/** The figures of one initiative, over its whole life. */
export function prepareInitiativeFigures(initiative: InitiativeDetail, view: KeptView): StripFigure[] {
  const { leadership, resourceControl } = initiative;
  const flagged: StripFigure = {
    term: 'flagged',
    label: 'Flagged, no link',
    value: formatIssueDays(initiative.flaggedMs),
    exact: formatExactMs(initiative.flaggedMs),
    note: 'not in the waiting',
    href: issuesLink({ initiativeId: initiative.initiativeId, flagged: true }, view),
  };
  return [
    {
      term: 'blockers',
      label: 'Blockers now',
      value: String(initiative.openCrossTeamBlockers),
      exact: 'open issues of other teams',
      note: `${initiative.openExternalBlockers} external`,
      href: '#blockers',
    },
    {
      term: 'waiting',
      label: 'Waiting',
      value: formatIssueDays(initiative.waitingMs),
      exact: formatExactMs(initiative.waitingMs),
      href: issuesLink({ initiativeId: initiative.initiativeId }, view),
    },
    {
      term: 'clock waiting',
      label: 'Somebody waited',
      value: formatDuration(initiative.clockWaitingMs),
      exact: formatExactMs(initiative.clockWaitingMs),
    },
    { term: 'stalled', label: 'Stalled', value: formatDuration(initiative.stalledMs), exact: formatExactMs(initiative.stalledMs) },
    {
      term: 'resource control',
      label: 'Resource control',
      value: formatShare(resourceControl),
      exact: resourceControl === null ? 'Not known' : formatExactShare(resourceControl),
      note:
        leadership === null ? sayUnknownControl(initiative) : leadership === 'STL' ? 'STL: the owner leads' : 'STO: the owner must borrow',
    },
    {
      term: 'in play',
      label: 'Open issues',
      value: String(initiative.openIssues),
      exact: `${formatIssueDays(initiative.inPlayMs)} in play`,
      note: `of ${initiative.issues}`,
    },
    ...(initiative.flaggedMs > 0 ? [flagged] : []),
  ];
}
