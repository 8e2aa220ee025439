import styles from './swatch.module.css';

/** A sample beside the words of a legend. */
export function Swatch({ fill, stroke, children }: { fill: string; stroke?: string; children: string }) {
  return (
    <span className={styles.swatch}>
      <svg width={16} height={10} aria-hidden="true" focusable="false">
        <rect x={0.5} y={0.5} width={15} height={9} fill={fill} stroke={stroke ?? 'none'} />
      </svg>
      {children}
    </span>
  );
}
