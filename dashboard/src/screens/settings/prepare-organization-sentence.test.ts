import type { Organization } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { prepareOrganizationSentence } from './prepare-organization-sentence.ts';

const acme = {
  name: 'Acme',
  timeZone: 'Europe/Berlin',
  durations: 'calendar',
  workingHours: { weekdays: ['monday'], from: '09:00', to: '17:00' },
} as Organization;

describe('the sentence about how time is counted', () => {
  it('says which time counts', () => {
    expect(sentenceText(prepareOrganizationSentence(acme))).toBe(
      'Days and weeks of Acme are cut in Europe/Berlin; nights and weekends count.',
    );
    expect(sentenceText(prepareOrganizationSentence({ ...acme, durations: 'working' }))).toMatch(
      /only working time counts: 1 day a week, 09:00 to 17:00/,
    );
  });
});
