import { AnatomyStrip } from '../anatomy-strip/anatomy-strip.tsx';
import type { MatrixCell } from './prepare-matrix.ts';

/** What a cell says when looked at. */
export function CellNote({ cell }: { cell: MatrixCell }) {
  return (
    <>
      <strong>{cell.waitingName}</strong> waits on <strong>{cell.blockingName}</strong>
      <dl>
        <dt>directly</dt>
        <dd title={cell.direct.exact}>{cell.direct.text}</dd>
        <dt>as root</dt>
        <dd title={cell.root.exact}>{cell.root.text}</dd>
        <dt>issues</dt>
        <dd>{cell.issues}</dd>
        {cell.anatomy.parts.map((part) => (
          <AnatomyLine key={part.name} name={part.name} share={part.share} />
        ))}
      </dl>
      {cell.anatomy.parts.length > 0 ? <AnatomyStrip anatomy={cell.anatomy} /> : null}
    </>
  );
}

function AnatomyLine({ name, share }: { name: string; share: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{share}</dd>
    </>
  );
}

export function cellSentence(cell: MatrixCell): string {
  return `${cell.waitingName} waits on ${cell.blockingName}: ${cell.direct.text} directly, ${cell.root.text} as root, ${cell.issues} issues, ${cell.anatomy.sentence}`;
}
