import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { linkTo, makeSpeedTax } from '../testing/make-speed-tax.ts';
import { nextCell } from './next-cell.ts';
import { orderByCluster } from './order-by-cluster.ts';
import { type Matrix, prepareMatrix } from './prepare-matrix.ts';

const names = (matrix: Matrix) => matrix.lines.map((line) => line.name);
const cellOf = (matrix: Matrix, waiting: string, blocking: string) =>
  matrix.cells.find((cell) => cell.waitingName === waiting && cell.blockingName === blocking);

describe('the matrix', () => {
  const matrix = prepareMatrix(
    makeSpeedTax(
      ['Payments', 'Platform', 'Search', 'Idle'],
      [
        { waiting: 'Payments', blocking: 'Platform', days: 40, rootDays: 30 },
        { waiting: 'Payments', blocking: 'Search', days: 0, rootDays: 10 },
        { waiting: 'Search', blocking: 'Platform', days: 10 },
      ],
    ),
    linkTo,
  );

  it('the area of a square is its time', () => {
    const area = (waiting: string, blocking: string) => (cellOf(matrix, waiting, blocking)?.direct.size ?? 0) ** 2;
    expect(area('Payments', 'Platform') / area('Search', 'Platform')).toBeCloseTo(4, 3);
  });

  it('direct and root share one scale, so that squares may be compared across the change', () => {
    expect((cellOf(matrix, 'Payments', 'Platform')?.root.size ?? 0) ** 2).toBeCloseTo(30 / 40, 3);
    expect(cellOf(matrix, 'Payments', 'Search')).toMatchObject({ direct: { size: 0 }, root: { size: 0.5 } });
  });

  it('rows add up to the tax paid, columns to the tax imposed', () => {
    const lineOf = (name: string) => matrix.lines.find((line) => line.name === name);
    expect(lineOf('Payments')?.paid.text).toBe('40.0');
    expect(lineOf('Platform')?.imposed).toMatchObject({ direct: { text: '50.0', size: 1 }, root: { text: '40.0' } });
    expect(lineOf('Search')?.imposed).toMatchObject({ direct: { text: '0' }, root: { text: '10.0' } });
  });

  it('leaves out a team that neither waits nor is waited for', () => {
    expect(names(matrix)).not.toContain('Idle');
  });

  it('a cell opens its waits', () => {
    expect(cellOf(matrix, 'Search', 'Platform')?.href).toBe('/pairs/Search/Platform');
  });

  it('nobody waiting is an empty matrix, not a broken one', () => {
    expect(prepareMatrix(makeSpeedTax(['Payments'], []), linkTo)).toMatchObject({ lines: [], cells: [] });
  });
});

describe('a matrix of more teams than fit', () => {
  const teams = Array.from({ length: 60 }, (_, index) => `Team ${index}`);
  // Each waits on its neighbour, the first ones longest.
  const story = teams.slice(1).map((waiting, index) => ({ waiting, blocking: teams[index] ?? '', days: 60 - index }));
  const matrix = prepareMatrix(makeSpeedTax(teams, story), linkTo);

  it('keeps the heaviest forty and adds the others into one last line', () => {
    expect(matrix).toMatchObject({ shownTeams: 40, allTeams: 60 });
    expect(names(matrix).at(-1)).toBe('20 other teams');
  });

  it('the line of the others leads nowhere, since it is several teams', () => {
    expect(cellOf(matrix, '20 other teams', '20 other teams')?.href).toBeNull();
  });

  it('lists at most thirty pairs on a narrow screen, heaviest first, and says of how many', () => {
    const [first] = matrix.heaviest.direct;
    // The others' own waits, added up, make the heaviest pair of all: 19 pairs of 2 to 20 days.
    expect(matrix.cells[first ?? -1]?.direct.exact).toBe(`${(209 * dayMs).toLocaleString('en-US')} ms`);
    expect(matrix.heaviest.direct).toHaveLength(30);
    expect(matrix.allPairs.direct).toBe(41);
  });

  it('its table leaves nobody out', () => {
    expect(matrix.table.rows).toHaveLength(59);
  });
});

describe('the order of the matrix', () => {
  const weights = (pairs: [number, number, number][], count: number) => {
    const rows = Array.from({ length: count }, () => new Array<number>(count).fill(0));
    for (const [i, j, weight] of pairs) {
      const [a, b] = [rows[i], rows[j]];
      if (a && b) [a[j], b[i]] = [weight, weight];
    }
    return rows;
  };

  it('puts teams that wait on each other side by side', () => {
    const order = orderByCluster(
      weights(
        [
          [0, 3, 9],
          [1, 2, 8],
          [3, 1, 1],
        ],
        4,
      ),
    );
    expect(Math.abs(order.indexOf(0) - order.indexOf(3))).toBe(1);
    expect(Math.abs(order.indexOf(1) - order.indexOf(2))).toBe(1);
  });

  it('turns the clusters so that their closest teams touch', () => {
    const order = orderByCluster(
      weights(
        [
          [0, 1, 9],
          [2, 3, 9],
          [0, 3, 2],
        ],
        4,
      ),
    );
    expect(Math.abs(order.indexOf(0) - order.indexOf(3))).toBe(1);
  });

  it('names every team once, also where none has to do with another', () => {
    expect(orderByCluster(weights([], 5)).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(orderByCluster([])).toEqual([]);
  });
});

describe('the arrow keys', () => {
  const cells = [
    { row: 0, column: 0 },
    { row: 0, column: 5 },
    { row: 1, column: 1 },
    { row: 4, column: 0 },
  ];

  it.each([
    ['ArrowRight', 0, 1, 'the same row before a nearer one below'],
    ['ArrowDown', 0, 3, 'the same column before a nearer one beside'],
    ['ArrowLeft', 1, 0, 'back again'],
    ['ArrowUp', 2, 0, 'the nearest aslant where none is straight'],
    ['ArrowUp', 0, undefined, 'nowhere at the edge'],
    ['Enter', 0, undefined, 'nowhere for other keys'],
  ])('%s from %d leads to %s: %s', (key, from, to, _where) => {
    expect(nextCell(cells, from, key)).toBe(to);
  });
});
