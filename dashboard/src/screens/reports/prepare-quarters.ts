/** The quarters one can step to: as many before the newest one as planning looks back on, newest first. */
const shownQuarters = 6;

/** @param today the day of the data cut-off; its own quarter is offered too, unfinished */
export function prepareQuarters(today: string, shown: string | null): string[] {
  const newest = indexOfDay(today);
  const offered = Array.from({ length: shownQuarters }, (_, k) => nameOf(newest - k));
  return shown === null || offered.includes(shown) ? offered : [...offered, shown];
}

/** "the third quarter of 2026" */
export function sayQuarter(quarter: string): string {
  const [year, number] = quarter.split('-Q');
  return `the ${['first', 'second', 'third', 'fourth'][Number(number) - 1]} quarter of ${year}`;
}

function indexOfDay(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function nameOf(index: number): string {
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}
