/** How waiting is drawn: always amber, and told apart by texture so that print and colour-blind eyes see it. */
export type Hatch = 'hollow' | 'light' | 'dense' | 'stalled';

export function hatchFill(id: string, hatch: Hatch): string {
  return `url(#${id}-${hatch})`;
}

/** The patterns of one drawing; `id` comes from useId, since a page holds many drawings. */
export function HatchDefs({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hollow`} width={5} height={5} patternUnits="userSpaceOnUse">
        <rect width={5} height={5} fill="var(--st-waiting-soft)" fillOpacity={0.45} />
        <circle cx={2.5} cy={2.5} r={0.8} fill="var(--st-waiting)" />
      </pattern>
      <pattern id={`${id}-light`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} fill="var(--st-waiting-soft)" />
        <rect width={1.6} height={5} fill="var(--st-waiting)" />
      </pattern>
      <pattern id={`${id}-dense`} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={4} height={4} fill="var(--st-waiting)" />
        <rect width={0.9} height={4} fill="var(--st-waiting-soft)" fillOpacity={0.7} />
      </pattern>
      <pattern id={`${id}-stalled`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} fill="var(--st-stalled)" />
        <rect width={1} height={5} fill="var(--st-stalled-soft)" />
        <rect width={5} height={1} fill="var(--st-stalled-soft)" />
      </pattern>
    </defs>
  );
}
