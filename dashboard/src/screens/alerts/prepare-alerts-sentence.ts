import type { Alert, AlertRules } from '@speedtax/contract';
import { initiativeLink, teamLink } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { sayFigure } from './say-figure.ts';

/** "Launch has 4 open external blockers, and 2 more alerts are open." Or that nothing is, or cannot be said. */
export function prepareAlertsSentence(open: readonly Alert[], { items, watch }: AlertRules, timeZone: string): SentencePart[] {
  const doubt = sayDoubt(watch, timeZone);
  const [first, ...others] = open;
  if (first) {
    const href = first.subject.kind === 'team' ? teamLink(first.subject.id, {}) : initiativeLink(first.subject.id, {});
    const rest = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'alert is' : 'alerts are'} open`;
    return [{ text: first.subject.name, href }, `: ${sayFigure(first, first.value)}${rest}.`, ...doubt];
  }
  if (watch.unknownBecause !== null && watch.dataCutOff === null) return [`Nothing can be said yet: ${watch.unknownBecause}.`];
  if (!items.some(({ on }) => on)) return ['Nothing is watched.'];
  if (watch.dataCutOff === null) return ['Nothing has been compared yet: the next sync is noted, and from then on what changes is told.'];
  return [
    'Nothing that is watched is beyond its level',
    ...(doubt.length > 0 ? ['.', ...doubt] : [`, as of ${formatInstantIn(timeZone, watch.dataCutOff)}.`]),
  ];
}

/** Where alerts go, when they go nowhere. */
export function prepareAlertsNote(channels: number, subscriptions: number): SentencePart[] {
  if (channels === 0) return ['No channel is set up: alerts are shown here, and sent to nobody.'];
  return subscriptions === 0 ? ['Channels are set up, but none of them is told anything yet.'] : [];
}

function sayDoubt({ unknownBecause, dataCutOff }: AlertRules['watch'], timeZone: string): SentencePart[] {
  if (unknownBecause === null) return [];
  const since = dataCutOff === null ? '' : ` since ${formatInstantIn(timeZone, dataCutOff)}`;
  return [` Nothing new can be said${since}: ${unknownBecause}; until then nothing is raised or cleared.`];
}
