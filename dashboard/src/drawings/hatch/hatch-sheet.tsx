import { HatchDefs } from './hatches.tsx';

/** The patterns of a drawing that is made of many small ones: takes no room, and must not be hidden by display. */
export function HatchSheet({ id }: { id: string }) {
  return (
    <svg width={0} height={0} style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      <HatchDefs id={id} />
    </svg>
  );
}
