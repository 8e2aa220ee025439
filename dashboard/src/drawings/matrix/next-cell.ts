interface Place {
  row: number;
  column: number;
}

/** Where an arrow key leads: the nearest drawn cell that way, straight ahead before aslant; undefined at the edge. */
export function nextCell(cells: readonly Place[], current: number, key: string): number | undefined {
  const from = cells[current];
  const direction = directions[key];
  if (!from || !direction) return undefined;
  let best: { index: number; cost: number } | undefined;
  cells.forEach((cell, index) => {
    const ahead = (cell.row - from.row) * direction.row + (cell.column - from.column) * direction.column;
    if (ahead <= 0) return;
    const aslant = Math.abs((cell.row - from.row) * direction.column) + Math.abs((cell.column - from.column) * direction.row);
    const cost = ahead + aslant * aslantCost;
    if (!best || cost < best.cost) best = { index, cost };
  });
  return best?.index;
}

/** High enough that a cell in the same line always wins over a nearer one beside it. */
const aslantCost = 1000;

const directions: Record<string, Place | undefined> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
