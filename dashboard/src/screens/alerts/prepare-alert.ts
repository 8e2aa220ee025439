import type { Alert, AlertEvent } from '@speedtax/contract';
import { initiativeLink, issueLink, teamLink } from '../../address/links.ts';
import { formatDuration } from '../../words/duration.ts';
import { formatInstantIn } from '../../words/instant-in.ts';
import { sayFigure, sayRule } from './say-figure.ts';

export interface AlertView {
  id: string;
  subject: { name: string; href: string };
  figure: string;
  rule: string;
  raised: string;
  /** "acknowledged by Ada, put off until 3 Mar" */
  standing: string | null;
  /** "cleared on 5 Mar 2026, 14:05"; null while it is open. */
  ended: string | null;
  edges: EdgeView[];
  moreEdges: number;
  course: { key: string; text: string }[];
}

export interface EdgeView {
  key: string;
  blocker: { key: string; title: string; href: string; trackerUrl: string | null };
  blocked: { key: string; href: string };
  holder: string;
  usual: string | null;
}

const endings = {
  cleared: 'well again since',
  resolved: 'put to rest on',
  subject_gone: 'what it was about ended on',
  rule_changed: 'its rule was changed on',
} as const;

const eventWords: Record<AlertEvent['kind'], string> = {
  raised: 'raised',
  cleared: 'well again',
  reminded: 'told once more',
  freed: 'a blocker is gone',
  acknowledged: 'acknowledged',
  snoozed: 'put off',
  resolved: 'put to rest',
  ended: 'ended',
};

/** An alert in words: what is so, since when, what came to make it so, and what was done about it. */
export function prepareAlert(alert: Alert, timeZone: string): AlertView {
  const { subject, value, acknowledged, snoozedUntil, closedAt, closedBecause, events } = alert;
  const raised = events.find(({ kind }) => kind === 'raised');
  const link = subject.kind === 'team' ? teamLink : initiativeLink;
  const standing = [
    ...(acknowledged ? [`acknowledged by ${acknowledged.by}`] : []),
    ...(snoozedUntil ? [`put off until ${formatInstantIn(timeZone, snoozedUntil)}`] : []),
  ];
  return {
    id: alert.id,
    subject: { name: subject.name, href: link(subject.id, {}) },
    figure: sayFigure(alert, value),
    rule: sayRule(alert),
    raised: formatInstantIn(timeZone, alert.raisedAt),
    standing: standing.length > 0 ? standing.join(', ') : null,
    ended: closedAt && closedBecause ? `${endings[closedBecause]} ${formatInstantIn(timeZone, closedAt)}` : null,
    edges: (raised?.edges ?? []).map(prepareEdge),
    moreEdges: raised?.moreEdges ?? 0,
    course: events.map((event) => ({
      key: event.id,
      text: `${formatInstantIn(timeZone, event.at)}: ${eventWords[event.kind]}${event.by ? ` by ${event.by}` : ''}${sayFreed(event)}`,
    })),
  };
}

function sayFreed({ kind, edges }: AlertEvent): string {
  if (kind !== 'freed') return '';
  return `, ${edges.map(({ blocker, blocked }) => `${blocker.key} no longer blocks ${blocked.key}`).join(', ')}`;
}

function prepareEdge({ blocker, blocked, usual }: AlertEvent['edges'][number]): EdgeView {
  const median = usual?.medianMs ?? null;
  const p85 = usual?.p85Ms ?? null;
  return {
    key: `${blocker.issueId} ${blocked.issueId}`,
    blocker: { key: blocker.key, title: blocker.title, href: issueLink(blocker.issueId, {}), trackerUrl: blocker.url },
    blocked: { key: blocked.key, href: issueLink(blocked.issueId, {}) },
    holder: [blocker.teamName ?? 'no team', blocker.assignee ?? 'nobody assigned', blocker.statusName ?? 'status not known'].join(' · '),
    usual:
      median === null
        ? null
        : `half over in ${formatDuration(median)}${p85 === null ? '' : `, 85 % in ${formatDuration(p85)}`}, n = ${usual?.waits ?? 0}`,
  };
}
