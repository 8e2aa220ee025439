import { endpoints } from '@speedtax/contract';
import { initiativeLink, issueLink, type KeptView } from '../../address/links.ts';
import { getLatestTax, getTeams } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { InitiativeClock } from '../../drawings/initiative-clock/initiative-clock.tsx';
import { prepareInitiativeClock } from '../../drawings/initiative-clock/prepare-initiative-clock.ts';
import { Empty } from '../../parts/empty.tsx';
import { FigureStrip } from '../../parts/figure-strip.tsx';
import { Columns, Section } from '../../parts/section.tsx';
import { Sentence, type SentencePart } from '../../parts/sentence.tsx';
import { Term } from '../../parts/term.tsx';
import { sayFigure } from '../alerts/say-figure.ts';
import { BlockerRows } from './blocker-rows.tsx';
import { EvidenceBlock } from './evidence-block.tsx';
import { prepareBlockerRows } from './prepare-blocker-rows.ts';
import { prepareEvidence } from './prepare-evidence.ts';
import { prepareInitiativeFigures } from './prepare-initiative-figures.ts';
import { prepareInitiativeSentence } from './prepare-initiative-sentence.ts';
import { prepareTeamNeeds } from './prepare-team-needs.ts';
import { ProjectRows } from './project-rows.tsx';
import { TeamNeeds } from './team-needs.tsx';

const blockersShown = 100;
const alertsShown = 100;

/** One initiative over its whole life: who holds it, what blocks it, when it stood still, whom it needs. */
export async function InitiativeScreen({ initiativeId, view }: { initiativeId: string; view: KeptView }) {
  const params = { id: initiativeId };
  const [latest, teams, initiative, blockers, timeline, alerts] = await Promise.all([
    getLatestTax(),
    getTeams(),
    fetchApi(endpoints.getInitiative, { params }),
    fetchApi(endpoints.listInitiativeBlockers, { params, query: { limit: blockersShown } }),
    fetchApi(endpoints.getInitiativeTimeline, { params }),
    fetchApi(endpoints.listAlerts, { query: { subjectId: initiativeId, limit: alertsShown } }),
  ]);
  const evidence = prepareEvidence(initiative, latest.timeZone, latest.dataCutOff);
  const rows = prepareBlockerRows(blockers.items, latest.timeZone, view);
  const needs = prepareTeamNeeds(initiative, view);
  const names = new Map(teams.map((team) => [team.teamId, team.name]));
  const clock = prepareInitiativeClock(timeline, {
    startOn: initiative.startOn,
    targetOn: initiative.targetOn,
    teamName: (teamId) => names.get(teamId) ?? 'a team out of sight',
    issueHref: (issueId) => issueLink(issueId, view),
    alerts: alerts.items.map((alert) => ({ ...alert, figure: sayFigure(alert, alert.events[0]?.value ?? alert.value) })),
  });
  return (
    <>
      <Sentence parts={prepareInitiativeSentence(initiative, view)} note={relatives(initiative, view)} />
      <FigureStrip figures={prepareInitiativeFigures(initiative, view)} />
      <Section title="Its time" note="week by week">
        <InitiativeClock clock={clock} fileName={initiative.name} />
      </Section>
      <div id="blockers">
        <Section
          title={<Term of="blockers">Blockers now</Term>}
          note={blockers.nextCursor ? `the ${rows.length} oldest of ${initiative.openCrossTeamBlockers}` : 'oldest first'}
        >
          {rows.length > 0 ? <BlockerRows rows={rows} /> : <Empty words="No open issue of another team blocks it now." />}
        </Section>
      </div>
      <Columns>
        <Section title={<Term of="accountable">Who is accountable</Term>}>
          <EvidenceBlock evidence={evidence} />
        </Section>
        <Section title="Teams it needs" note="in its whole life">
          {needs.length > 0 ? <TeamNeeds rows={needs} /> : <Empty words="None of its issues was ever in play." />}
        </Section>
      </Columns>
      <Section title="Projects">
        {evidence.projects.length > 0 ? <ProjectRows projects={evidence.projects} /> : <Empty words="It has no projects." />}
      </Section>
    </>
  );
}

interface Related {
  url: string | null;
  parents: { initiativeId: string; name: string }[];
  children: { initiativeId: string; name: string }[];
}

function relatives({ url, parents, children }: Related, view: KeptView): SentencePart[] {
  const links = (list: Related['parents']) =>
    list.flatMap((each, index): SentencePart[] => [
      index > 0 ? ', ' : '',
      { text: each.name, href: initiativeLink(each.initiativeId, view) },
    ]);
  const parts: SentencePart[] = [];
  if (parents.length > 0) parts.push('Part of ', ...links(parents), '. ');
  if (children.length > 0) parts.push('Contains ', ...links(children), '. ');
  if (url) parts.push({ text: 'Open in the tracker', href: url });
  return parts;
}
