import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { type IssuesFilter, issuesLink, type KeptView } from '../../address/links.ts';
import type { ResolvedRange } from '../../address/range.ts';
import { getInitiatives, getRange, getTax, getTeams } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { inRange } from '../../words/in-range.ts';
import { IssueRows } from './issue-rows.tsx';
import classes from './issues.module.css';
import { prepareIssueRows } from './prepare-issue-rows.ts';
import { prepareIssuesSentence } from './prepare-issues-sentence.ts';

const pageItems = 100;

interface Props {
  filter: IssuesFilter;
  cursor: string | undefined;
  view: KeptView;
}

/** The issues behind a figure of waiting or flagged time, longest first; or those that wait or are flagged now, oldest first. */
export async function Issues({ filter, cursor, view }: Props) {
  const range = await getRange(view.range);
  const within = filter.now ? {} : { from: range.from, to: range.to };
  const [tax, teams, initiatives, page] = await Promise.all([
    getTax(range.from, range.to),
    getTeams(),
    filter.initiativeId ? getInitiatives() : null,
    fetchApi(endpoints.listIssues, {
      query: {
        ...(filter.flagged ? { flagged: 'true' as const } : { waiting: 'true' as const, blockingTeamId: filter.blockingTeamId }),
        teamId: filter.teamId,
        initiativeId: filter.initiativeId,
        ...within,
        cursor,
        limit: pageItems,
      },
    }),
  ]);
  if (![filter.teamId, filter.blockingTeamId].every((id) => !id || teams.some((team) => team.teamId === id))) notFound();
  const initiative = initiatives?.items.find((each) => each.initiativeId === filter.initiativeId);
  const words = wordsOf(filter, range);
  const rows = prepareIssueRows({
    items: page.items,
    of: filter.flagged ? 'flags' : 'waits',
    teams,
    timeZone: tax.timeZone,
    dataCutOff: tax.dataCutOff,
    view,
  });
  const here = issuesLink(filter, view);
  const other = issuesLink({ ...filter, now: !filter.now }, view);
  return (
    <>
      <Sentence parts={prepareIssuesSentence({ filter, tax, initiative, range, view })} note={[{ text: words.other, href: other }]} />
      {rows.length > 0 ? (
        <IssueRows
          rows={rows}
          hide={filter.teamId ? 'team' : undefined}
          waited={filter.now ? undefined : words.column}
          of={filter.flagged ? 'flags' : 'waits'}
        />
      ) : (
        <Empty words={words.none} next={{ text: 'All teams', href: '/teams' }} />
      )}
      <nav className={classes.pages} aria-label="Pages of the list">
        {cursor && <Link href={here}>From the beginning</Link>}
        {page.nextCursor && (
          <Link href={`${here}${here.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(page.nextCursor)}`}>The next {pageItems}</Link>
        )}
      </nav>
    </>
  );
}

function wordsOf({ now, flagged }: IssuesFilter, range: ResolvedRange) {
  const [did, are, is] = flagged ? ['were flagged', 'are flagged', 'is flagged'] : ['waited', 'wait', 'waits'];
  return {
    other: now ? `All that ${did} ${inRange(range)}` : `Only those that ${are} now`,
    none: now ? `No such issue ${is} now.` : `No such issue ${flagged ? 'was flagged' : 'waited'} ${inRange(range)}.`,
    column: `${flagged ? 'flagged' : 'waited'} ${inRange(range)}`,
  };
}
