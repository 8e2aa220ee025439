import { readFileSync } from 'node:fs';

export interface Floor {
  level: number;
  /** Folder of the package, from the root of the repository. */
  folder: string;
  /** Names as in the table: short for our own packages, the registry's for libraries. */
  mayImport: string[];
}

/** The floors table of ARCHITECTURE.md, which is the only place where the floors are written down. */
export function readFloors(): Floor[] {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| (\d) \| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm);
  return [...rows].map(([, level, folder = '', imports = '']) => ({
    level: Number(level),
    folder,
    mayImport: [...imports.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  }));
}
