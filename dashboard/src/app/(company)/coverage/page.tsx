import type { Metadata } from 'next';
import { CoveragePage } from '../../../screens/coverage/coverage.tsx';

export const metadata: Metadata = { title: 'Coverage' };

export default function Page() {
  return <CoveragePage />;
}
