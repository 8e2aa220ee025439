import Link from 'next/link';
import { AnatomyStrip } from '../anatomy-strip/anatomy-strip.tsx';
import styles from './matrix.module.css';
import type { Attribution, Matrix } from './prepare-matrix.ts';

/** The heaviest pairs as lines: what a narrow screen can show of the matrix. */
export function MatrixList({ matrix, attribution }: { matrix: Matrix; attribution: Attribution }) {
  return (
    <>
      <ol className={styles.pairs}>
        {matrix.heaviest[attribution].map((index) => {
          const cell = matrix.cells[index];
          if (!cell) return null;
          const words = `${cell.waitingName} waits on ${cell.blockingName}`;
          return (
            <li key={index} className={styles.pair}>
              {cell.href ? (
                <Link href={cell.href} prefetch={false} className={styles.pairName}>
                  {words}
                </Link>
              ) : (
                <span>{words}</span>
              )}
              <span className={styles.pairTime} title={cell[attribution].exact}>
                {cell[attribution].text}
              </span>
              <AnatomyStrip anatomy={cell.anatomy} />
              <span className={styles.pairIssues}>{cell.issues === 1 ? '1 issue' : `${cell.issues} issues`}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.pairIssues}>
        The heaviest {matrix.heaviest[attribution].length} of {matrix.allPairs[attribution]} pairs.
      </p>
    </>
  );
}
