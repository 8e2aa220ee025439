import type { Organization } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';

/** How time is counted. */
export function prepareOrganizationSentence({ name, timeZone, durations, workingHours }: Organization): readonly SentencePart[] {
  const zone = `Days and weeks of ${name} are cut in ${timeZone}`;
  if (durations === 'calendar') return [`${zone}; nights and weekends count.`];
  const days = workingHours.weekdays.length;
  return [`${zone}; only working time counts: ${days} ${days === 1 ? 'day' : 'days'} a week, ${workingHours.from} to ${workingHours.to}.`];
}
