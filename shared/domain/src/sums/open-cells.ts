/** Gathers the intervals of one subject that last to this day, by measure and the day they began. */
export interface OpenCells {
  add(measure: number, place: number, units: number, offset: number): void;
  flush(tell: (measure: number, place: number, units: number, offset: number) => void): void;
}

export function makeOpenCells(): OpenCells {
  const cells = new Map<string, { measure: number; place: number; units: number; offset: number }>();
  return {
    add(measure, place, units, offset) {
      const key = `${measure} ${place}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { measure, place, units, offset });
      else {
        cell.units += units;
        cell.offset += offset;
      }
    },
    flush(tell) {
      if (cells.size === 0) return;
      for (const { measure, place, units, offset } of cells.values()) tell(measure, place, units, offset);
      cells.clear();
    },
  };
}
