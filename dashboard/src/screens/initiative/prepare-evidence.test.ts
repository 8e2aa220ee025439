import { describe, expect, it } from 'vitest';
import { makeInitiativeDetail } from '../../parts/story.ts';
import { prepareEvidence } from './prepare-evidence.ts';

const person = (name: string) => ({ personId: name, externalId: name, name, active: true });
const detail = (ownerChanges: Parameters<typeof prepareEvidence>[0]['ownerChanges']) => makeInitiativeDetail('Wallet', { ownerChanges });
const cutOff = '2026-06-01T00:00:00.000Z';

describe('the evidence behind a verdict', () => {
  it('lists the changes of owner, newest first', () => {
    const evidence = prepareEvidence(
      detail([
        { at: '2026-01-10T00:00:00.000Z', from: null, to: person('Ada'), source: 'history' },
        { at: '2026-05-10T00:00:00.000Z', from: person('Ada'), to: person('Bo'), source: 'observed' },
      ]),
      'UTC',
      cutOff,
    );
    expect(evidence.ownerChanges.map((change) => change.words)).toEqual([
      'Bo took over from Ada, seen when it was read',
      'Ada became the owner',
    ]);
    expect(evidence.isRotating).toBe(false);
  });

  it('calls two changes in 90 days rotating', () => {
    const evidence = prepareEvidence(
      detail([
        { at: '2026-04-10T00:00:00.000Z', from: person('Ada'), to: person('Bo'), source: 'history' },
        { at: '2026-05-10T00:00:00.000Z', from: person('Bo'), to: null, source: 'history' },
      ]),
      'UTC',
      cutOff,
    );
    expect(evidence.isRotating).toBe(true);
  });
});
