import type { AlertMessageEdge, AlertMessageIssue } from '@speedtax/storage';
import type { AlertEventRow, AlertRow } from '@speedtax/storage/alerts';
import { tellDuration } from './tell-duration.ts';
import { tellFigure } from './tell-figure.ts';

/** A message before it takes the form of a channel. All text is plain: each channel escapes it in its own way. */
export interface Notice {
  readonly type: `alert.${AlertEventRow['kind']}` | 'test';
  readonly title: string;
  /** "Owned by Ada." */
  readonly about: string;
  readonly lines: readonly NoticeLine[];
  /** "and 3 more" */
  readonly more: string | null;
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** For machines; null: a test. */
  readonly source: { readonly alert: AlertRow; readonly event: AlertEventRow } | null;
}

export interface NoticeLine {
  readonly text: string;
  readonly url: string | null;
  /** Who holds it, in which state, and how long such waits take. */
  readonly note: string;
}

/** What somebody needs to act, in the words of a person. */
export function tellAlert(alert: AlertRow, event: AlertEventRow, publicUrl: string): Notice {
  const { message } = event;
  const edges = message?.edges ?? [];
  const page = `${publicUrl}/${alert.subject_kind === 'team' ? 'teams' : 'initiatives'}/${alert.subject_id}`;
  return {
    type: `alert.${event.kind}`,
    title: titleOf(alert, event),
    about: tellOwners(alert, event),
    lines: edges.map((edge) => tellEdge(edge, event.kind)),
    more: message && message.moreEdges > 0 ? `and ${message.moreEdges} more` : null,
    links: [
      { text: 'Open in Speedtax', url: page },
      ...(message?.subject.url ? [{ text: 'Open in the tracker', url: message.subject.url }] : []),
      { text: 'All alerts', url: `${publicUrl}/alerts` },
    ],
    source: { alert, event },
  };
}

export function testNotice(organizationName: string, publicUrl: string): Notice {
  return {
    type: 'test',
    title: `Speedtax reaches this channel (${organizationName})`,
    about: 'This is a test. Alerts will look like this one, with what blocks and who holds it.',
    lines: [],
    more: null,
    links: [{ text: 'Open Speedtax', url: `${publicUrl}/alerts` }],
    source: null,
  };
}

function titleOf(alert: AlertRow, { kind, value, message }: AlertEventRow): string {
  const name = alert.subject_name;
  const figure = tellFigure(alert, value ?? alert.value, message?.ownership ?? null);
  if (kind === 'cleared') return `${name} is well again: ${figure}`;
  if (kind === 'reminded') return `${name}, still: ${figure}`;
  if (kind !== 'freed') return `${name}: ${figure}`;
  const edges = message?.edges ?? [];
  const blocked = [...new Set(edges.map((edge) => edge.blocked.key))].join(', ');
  const blockers = [...new Set(edges.map((edge) => edge.blocker.key))].join(', ');
  return `${blocked} of ${name} no longer waits on ${blockers}`;
}

function tellOwners({ subject_kind }: AlertRow, { message }: AlertEventRow): string {
  if (subject_kind === 'team' || message === null) return '';
  const names = message.owners.map(({ name }) => name).join(', ');
  if (message.ownership === 'single') return `Owned by ${names}.`;
  if (message.ownership === 'inferred') return `No owner is named; ${names} leads its only project.`;
  return names === '' ? 'Nobody is accountable for it.' : `${names} share it: nobody alone is accountable.`;
}

function tellEdge({ blocker, blocked, usualMs }: AlertMessageEdge, kind: AlertEventRow['kind']): NoticeLine {
  const verb = kind === 'freed' ? 'no longer blocks' : 'blocks';
  const usual =
    usualMs === null || usualMs.median === null
      ? 'too few such waits to say how long they take'
      : `half of such waits are over in ${tellDuration(usualMs.median)}${usualMs.p85 === null ? '' : `, 85 % in ${tellDuration(usualMs.p85)}`} (n = ${usualMs.waits})`;
  return {
    text: oneLine(`${blocker.key} ${blocker.title} ${verb} ${blocked.key}`),
    url: blocker.url,
    note: oneLine(kind === 'freed' ? `${blocked.title}: ${tellHolder(blocked)}` : `${tellHolder(blocker)}; ${usual}`),
  };
}

function tellHolder({ teamName, assignee, statusName }: AlertMessageIssue): string {
  const holder = assignee ? `with ${assignee.name}` : 'with nobody';
  return [teamName ?? 'team not known', holder, statusName ?? 'status not known'].join(', ');
}

/** A title of a tracker may hold anything; in a message it must not look like a line of ours. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
