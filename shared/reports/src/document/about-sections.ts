import type { PlanningPack } from '@speedtax/contract';
import { formatShare } from '@speedtax/contract/words';
import { aboutTable, coverageTable, deadlocksTable, definitionsTable } from '../tables/about-tables.ts';
import type { Section } from './document.ts';
import { viewTable } from './view-table.ts';

export function deadlockSection(pack: PlanningPack): Section[] {
  if (pack.deadlocks.length === 0) return [];
  return [
    {
      title: 'Deadlocks',
      level: 1,
      onNewPage: false,
      sentences: [
        `${pack.deadlocks.length} open issues wait on each other in a circle: nobody can begin. Take one dependency away in each circle.`,
      ],
      tables: [viewTable(deadlocksTable(pack), ['Issue', 'Title', 'Team', 'Status'], 50)],
    },
  ];
}

/** What is not known, what the words mean, and where the figures come from. */
export function aboutSections(pack: PlanningPack): Section[] {
  const { covered } = pack.coverage;
  return [
    {
      title: 'What is not known',
      level: 1,
      onNewPage: true,
      sentences: [
        covered === null ? 'Nothing has been read yet.' : `${formatShare(covered)} of issues and dependencies are known without a gap.`,
        'What is not known is never guessed: time without evidence is never taxed.',
      ],
      tables: [viewTable(coverageTable(pack), ['What', 'Count'], 50)],
    },
    {
      title: 'What the figures mean',
      level: 1,
      onNewPage: false,
      sentences: [],
      tables: [viewTable(definitionsTable(pack), ['Term', 'Meaning'], 100)],
    },
    {
      title: 'About this pack',
      level: 1,
      onNewPage: false,
      sentences: ['The same facts, definitions and range give the same pack, byte for byte, and the same digest.'],
      tables: [viewTable(aboutTable(pack), ['What', 'Value'], 50)],
    },
  ];
}
