import type { useHoverNote } from '../frame/hover-note.tsx';
import { Guides } from './guides.tsx';
import styles from './lifeline.module.css';
import type { Lifeline } from './prepare-lifeline.ts';
import type { Marker } from './space-labels.ts';

const trackPx = 24;

interface MarkerTrackProps {
  markers: readonly Marker[];
  shape: 'notch' | 'diamond';
  lifeline: Lifeline;
  noteOn: ReturnType<typeof useHoverNote>['noteOn'];
}

/** Who had the issue, and when it changed hands. */
export function MarkerTrack({ markers, shape, lifeline, noteOn }: MarkerTrackProps) {
  return (
    <svg className={styles.track} width="100%" height={trackPx} role="group" aria-label={shape === 'notch' ? 'Teams' : 'Assignees'}>
      <Guides lifeline={lifeline} height={trackPx} />
      {markers.map((marker) => (
        <g key={marker.id} role="img" aria-label={marker.text} {...noteOn(marker.text)}>
          <rect x={`${marker.x}%`} width={`${marker.room}%`} height={trackPx} fill="transparent" />
          {marker.change ? <Shape marker={marker} shape={shape} /> : null}
          {marker.fits ? (
            <svg x={`${marker.x}%`} width={`${marker.room}%`} height={trackPx} overflow="hidden" aria-hidden="true">
              <text x={marker.change ? 9 : 0} y={16} className={styles.holder}>
                {marker.text}
              </text>
            </svg>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

function Shape({ marker, shape }: { marker: Marker; shape: MarkerTrackProps['shape'] }) {
  return (
    <svg x={`${marker.x}%`} overflow="visible" aria-hidden="true">
      <path d={shape === 'notch' ? 'M-5 0H5L0 8Z' : 'M0 7L5 12L0 17L-5 12Z'} className={styles.marker} />
    </svg>
  );
}
