import type { PlanningPack } from '@speedtax/contract';
import { formatIssueDays, formatShare } from '@speedtax/contract/words';
import { adviceOf, decouplingsTable, treatmentsTable } from '../tables/removal-tables.ts';
import type { Section } from './document.ts';
import { viewTable } from './view-table.ts';

/** The few dependencies worth removing, with what each would save. */
export function decouplingsSection(pack: PlanningPack): Section {
  const { decouplings, company } = pack;
  const last = decouplings.at(-1);
  return {
    title: 'Dependencies worth removing',
    level: 1,
    onNewPage: true,
    sentences: last
      ? [
          `Without ${decouplings.length === 1 ? 'this one' : `these ${decouplings.length}`}, ${formatIssueDays(last.savedSoFarMs)} of ${formatIssueDays(company.now.waitingMs)} would not have been waited (${formatShare(last.savedSoFarMs / company.now.waitingMs)}).`,
          'Each is saved on top of those before it, because waits overlap.',
        ]
      : ['No team waited on another, so there is nothing to remove.'],
    list: decouplings.map(sayDecoupling),
    tables: last
      ? [viewTable(decouplingsTable(pack), ['Rank', 'Waiting team', 'Blocking team', 'Waiting', 'Saved', 'Saved so far', 'What to do'], 50)]
      : [],
  };
}

function sayDecoupling({
  waitingTeam,
  blockingTeam,
  savedMs,
  kind,
  theme,
  evidence,
  alsoRemove,
}: PlanningPack['decouplings'][number]): string {
  const common = theme ? ` (${theme.waits} waits share “${theme.name}”)` : '';
  const together = alsoRemove.length > 0 ? ` Together with ${alsoRemove.length} more of ${waitingTeam}.` : '';
  const issues = evidence.slice(0, 5).map(({ key }) => key);
  const seen = issues.length > 0 ? ` Longest waits: ${issues.join(', ')}.` : '';
  return `${waitingTeam} on ${blockingTeam}: ${adviceOf[kind]}${common}, saves ${formatIssueDays(savedMs)}.${together}${seen}`;
}

/** What was decided last time, and what came of it. */
export function treatmentsSection(pack: PlanningPack): Section {
  const measured = pack.treatments.filter(({ proof }) => proof.state === 'measured' && proof.changeMs !== null);
  const fallen = measured.filter(({ proof }) => (proof.changeMs ?? 0) < 0);
  return {
    title: 'Decided before, and what came of it',
    level: 1,
    onNewPage: false,
    sentences:
      pack.treatments.length === 0
        ? ['No dependency has been marked as treated yet.']
        : [`Of ${measured.length} treated dependencies that can be measured, ${fallen.length} are waited on less than before.`],
    tables:
      pack.treatments.length === 0
        ? []
        : [
            viewTable(
              treatmentsTable(pack),
              [
                'Treated on',
                'Waiting team',
                'Blocking team',
                'What was done',
                'Days on each side',
                'Waiting before',
                'Waiting after',
                'Change',
              ],
              50,
            ),
          ],
  };
}
