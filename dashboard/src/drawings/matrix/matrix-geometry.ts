/** Pixels of the matrix: cells shrink as teams grow in number, words never do. */
export interface MatrixGeometry {
  cell: number;
  left: number;
  top: number;
  grid: number;
  /** Room for the bars of the row and column sums. */
  margin: number;
  width: number;
  height: number;
  /** Figures under the columns are turned where they would touch. */
  turnSums: boolean;
}

const roomForCells = 680;
const largestCell = 60;
const smallestCell = 18;
const letterPx = 6.7;
export const longestName = 24;
const sumsPx = 112;

export function measureMatrix(names: readonly string[]): MatrixGeometry {
  const count = Math.max(1, names.length);
  const cell = Math.min(largestCell, Math.max(smallestCell, Math.floor(roomForCells / count)));
  const letters = Math.max(4, ...names.map((name) => Math.min(name.length, longestName)));
  const namePx = Math.ceil(letters * letterPx);
  const left = namePx + 14;
  const top = Math.ceil(namePx * Math.SQRT1_2) + 18;
  const grid = cell * count;
  const overhang = Math.ceil(namePx * Math.SQRT1_2);
  return {
    cell,
    left,
    top,
    grid,
    margin: sumsPx,
    width: left + grid + Math.max(sumsPx, overhang) + 8,
    height: top + grid + sumsPx,
    turnSums: cell < 34,
  };
}

export function shortName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}
