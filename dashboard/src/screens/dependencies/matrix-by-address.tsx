'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Matrix } from '../../drawings/matrix/matrix.tsx';
import type { Matrix as PreparedMatrix } from '../../drawings/matrix/prepare-matrix.ts';

/** The matrix, with its choice of direct or root in the address; both are here already, so nothing is fetched. */
export function MatrixByAddress({ matrix }: { matrix: PreparedMatrix }) {
  const path = usePathname();
  const search = useSearchParams();
  return (
    <Matrix
      matrix={matrix}
      attribution={search.get('by') === 'root' ? 'root' : 'direct'}
      onAttribution={(by) => {
        const query = new URLSearchParams(search);
        if (by === 'root') query.set('by', by);
        else query.delete('by');
        window.history.replaceState(null, '', query.size > 0 ? `${path}?${query}` : path);
      }}
    />
  );
}
