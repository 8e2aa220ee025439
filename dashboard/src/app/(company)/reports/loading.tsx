import { PageSkeleton } from '../../../parts/skeleton.tsx';

export default function Loading() {
  return <PageSkeleton strip={false} />;
}
