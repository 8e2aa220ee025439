import type { Contributions } from '@speedtax/contract';
import { listContributors, listPeople } from '@speedtax/storage/analytics';
import { presentContributions } from '../present/present-contributions.ts';
import type { FigureWindow } from './figure-window.ts';
import type { FigureBasis } from './read-figures.ts';

/** Who worked on an initiative in a window. */
export async function readContributions(
  { trx, organizationId }: FigureBasis,
  initiative: { readonly id: string; readonly openIssues: number },
  { instants }: FigureWindow,
): Promise<Contributions> {
  const contributors = await listContributors(trx, organizationId, initiative.id, instants);
  const people = await listPeople(
    trx,
    organizationId,
    contributors.map(({ personId }) => personId),
  );
  return presentContributions(contributors, people, initiative.openIssues);
}
