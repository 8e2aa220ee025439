import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import { getRange, getTax, getTeams } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { getTrend } from '../../api/series.ts';
import { Empty } from '../../parts/empty.tsx';
import { FigureStrip } from '../../parts/figure-strip.tsx';
import { prepareFigures } from '../../parts/figures.ts';
import { PairRows } from '../../parts/pair-rows.tsx';
import { preparePairRows } from '../../parts/prepare-pair-rows.ts';
import { Columns, Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { Term } from '../../parts/term.tsx';
import { TrendSection } from '../../parts/trend-section.tsx';
import { inRange } from '../../words/in-range.ts';
import { IssueRows } from '../issues/issue-rows.tsx';
import { prepareIssueRows } from '../issues/prepare-issue-rows.ts';
import { prepareTeamSentence } from './prepare-team-sentence.ts';

const issuesShown = 25;

/** One team: what it pays, to whom, what it imposes, and what waits now. */
export async function TeamScreen({ teamId, view }: { teamId: string; view: KeptView }) {
  const range = await getRange(view.range);
  const [teams, tax, before, trend, waitingNow] = await Promise.all([
    getTeams(),
    getTax(range.from, range.to),
    getTax(range.before.from, range.before.to),
    getTrend(range.from, range.to, teamId),
    fetchApi(endpoints.listIssues, { query: { waiting: 'true', teamId, limit: issuesShown } }),
  ]);
  const team = tax.teams.find((each) => each.teamId === teamId);
  if (!team) return goWhereItIsKnown(teamId, view);
  const waitsOn = preparePairRows(tax, view, team.waitingMs, (pair) => pair.waitingTeamId === teamId);
  const waitFor = preparePairRows(tax, view, team.imposedMs, (pair) => pair.blockingTeamId === teamId);
  const rows = prepareIssueRows({ items: waitingNow.items, teams, timeZone: tax.timeZone, dataCutOff: tax.dataCutOff, view });
  const leads = {
    paid: issuesLink({ teamId }, view),
    waitingNow: issuesLink({ teamId, now: true }, view),
    flagged: issuesLink({ teamId, flagged: true }, view),
  };
  const earlier = before.teams.find((each) => each.teamId === teamId);

  return (
    <>
      <Sentence parts={prepareTeamSentence({ team, tax, before: earlier, range, view })} />
      <FigureStrip figures={prepareFigures(team, leads, issuesLink({ blockingTeamId: teamId }, view))} />
      <TrendSection series={trend} />
      <Columns>
        <Section title={`${team.name} waits on`} note={range.words}>
          {waitsOn.length > 0 ? <PairRows rows={waitsOn} teams="blocking" /> : <Empty words="Nobody." />}
        </Section>
        <Section title={`Waiting on ${team.name}`} note={range.words}>
          {waitFor.length > 0 ? <PairRows rows={waitFor} teams="waiting" /> : <Empty words="Nobody." />}
        </Section>
      </Columns>
      <Section
        title={<Term of="waiting now">Waiting now</Term>}
        note={rows.length < team.waitingNow ? `the ${rows.length} oldest of ${team.waitingNow}` : 'oldest first'}
        more={<Link href={leads.paid}>All that waited {inRange(range)}</Link>}
      >
        {rows.length > 0 ? <IssueRows rows={rows} hide="team" /> : <Empty words={`No issue of ${team.name} waits on another team now.`} />}
      </Section>
    </>
  );
}

/** Addresses of a team outlive its being joined with one that another tracker knew first. */
async function goWhereItIsKnown(teamId: string, view: KeptView): Promise<never> {
  const { joined } = await fetchApi(endpoints.listIdentities);
  const known = joined.find(({ kind, members }) => kind === 'team' && members.some(({ id }) => id === teamId));
  if (!known || known.id === teamId) notFound();
  redirect(teamLink(known.id, view));
}
