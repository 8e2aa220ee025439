import { endpoints } from '@speedtax/contract';
import { issueLink, type KeptView } from '../../address/links.ts';
import { getLatestTax } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Lifeline } from '../../drawings/lifeline/lifeline.tsx';
import { prepareLifeline } from '../../drawings/lifeline/prepare-lifeline.ts';
import { Empty } from '../../parts/empty.tsx';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { Term } from '../../parts/term.tsx';
import { FlagRows } from './flag-rows.tsx';
import { IntervalRows } from './interval-rows.tsx';
import { LinkRows } from './link-rows.tsx';
import { MentionRows } from './mention-rows.tsx';
import { prepareFlagRows } from './prepare-flag-rows.ts';
import { prepareIntervalRows } from './prepare-interval-rows.ts';
import { prepareIssueNote } from './prepare-issue-note.ts';
import { prepareIssueSentence } from './prepare-issue-sentence.ts';
import { prepareLinkRows } from './prepare-link-rows.ts';
import { prepareMentionRows } from './prepare-mention-rows.ts';
import { prepareMirrorNote } from './prepare-mirror-note.ts';

/** One issue's life: when it waited, on whom, and the links that say so. */
export async function IssueScreen({ issueId, view }: { issueId: string; view: KeptView }) {
  const [{ timeZone }, waits] = await Promise.all([getLatestTax(), fetchApi(endpoints.getIssueWaits, { params: { id: issueId } })]);
  const intervals = prepareIntervalRows(waits, timeZone, view);
  const flags = prepareFlagRows(waits, timeZone, view);
  const links = prepareLinkRows(waits, timeZone, view);
  const mentions = prepareMentionRows(waits, timeZone, view);
  return (
    <>
      <Sentence
        parts={prepareIssueSentence(waits, view)}
        note={[...prepareIssueNote(waits.issue, view), ...prepareMirrorNote(waits, view)]}
      />
      <Lifeline lifeline={prepareLifeline(waits, (id) => issueLink(id, view))} fileName={waits.issue.key} />
      <Section title="Waits" note="the intervals that the figures count, newest first">
        {intervals.length > 0 ? (
          <IntervalRows rows={intervals} />
        ) : (
          <Empty words="No other team has kept it waiting while it was in play." />
        )}
      </Section>
      {flags.length > 0 && (
        <Section title={<Term of="flagged">Flagged without a link</Term>} note="apart from the waits, and in no tax">
          <FlagRows rows={flags} />
        </Section>
      )}
      <Section title="Dependencies" note="as the trackers tell them">
        {links.length > 0 ? <LinkRows rows={links} /> : <Empty words="No other issue blocks it, and it blocks none." />}
      </Section>
      {mentions.length > 0 && (
        <Section title="Mentions" note="addresses in either tracker that do not say who blocks whom: never taxed">
          <MentionRows rows={mentions} />
        </Section>
      )}
    </>
  );
}
