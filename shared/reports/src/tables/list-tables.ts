import type { PlanningPack } from '@speedtax/contract';
import { aboutTable, coverageTable, deadlocksTable, definitionsTable } from './about-tables.ts';
import { companyTable, monthsTable } from './company-tables.ts';
import {
  blockersTable,
  dateConflictsTable,
  decisionsTable,
  initiativesTable,
  inversionsTable,
  neededTeamsTable,
} from './initiative-tables.ts';
import { decouplingsTable, treatmentsTable } from './removal-tables.ts';
import type { Table } from './table.ts';
import { pairsTable, teamsTable } from './team-tables.ts';

/** Every table of the pack, in reading order: one sheet or one file each. */
export function listTables(pack: PlanningPack): Table[] {
  const { initiatives } = pack;
  return [
    companyTable(pack),
    monthsTable(pack),
    decouplingsTable(pack),
    treatmentsTable(pack),
    teamsTable(pack),
    pairsTable(pack.pairs),
    initiativesTable(pack),
    decisionsTable(initiatives),
    neededTeamsTable(initiatives),
    blockersTable(initiatives),
    dateConflictsTable(initiatives),
    inversionsTable(initiatives),
    deadlocksTable(pack),
    coverageTable(pack),
    definitionsTable(pack),
    aboutTable(pack),
  ];
}
