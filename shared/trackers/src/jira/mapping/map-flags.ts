import type { IssueFlagRow } from '../../fact-rows.ts';
import { replayField } from '../histories/replay-field.ts';
import type { ReplayedIssue } from '../histories/replay-issue.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { isFlagged } from '../site/read-custom.ts';
import { idOf } from './ids.ts';

const set = 'flagged';

/** When people marked the issue as impeded. A flag that no history tells to have been set has no known beginning, and is left out. */
export function mapFlags(site: JiraSite, issue: IssuePayload, { items, life }: ReplayedIssue): IssueFlagRow[] {
  const mark = (id: string | null, text: string | null) => (id !== null || text !== null ? set : null);
  const today = isFlagged(issue, site.fields) ? set : null;
  const steps = replayField(items, 'flag', ({ from, fromText, to, toText }) => [mark(from, fromText), mark(to, toText)], today, life);
  return steps.flatMap(({ at, value }, place) => {
    if (value === null || place === 0) return [];
    const end = steps[place + 1];
    return [
      {
        issue_id: idOf(site, 'issue', issue.id),
        from_at: new Date(at).toISOString(),
        to_at: end === undefined ? null : new Date(end.at).toISOString(),
      },
    ];
  });
}
