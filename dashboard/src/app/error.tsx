'use client';

import { Trouble } from '../parts/trouble.tsx';

/** Also stands in where the frame itself could not be drawn. */
export default function FrameTrouble(props: { error: unknown; retry: () => void }) {
  return (
    <main style={{ padding: 48 }}>
      <Trouble {...props} />
    </main>
  );
}
