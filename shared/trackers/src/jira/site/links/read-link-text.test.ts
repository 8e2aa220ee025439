import { describe, expect, it } from 'vitest';
import { linkTypes, tellSite } from '../../jira-story.fixture.ts';
import { siteKinds } from '../site-item.ts';
import { readLinkText } from './read-link-text.ts';

const type = (id: string, outward: string, inward: string) => ({
  kind: siteKinds.linkType,
  externalId: id,
  payload: { id, name: outward, outward, inward },
});
const usual = tellSite();

describe('a text about a link', () => {
  it.each([
    ['This issue blocks PAY-7', 'blocker'],
    ['This issue is blocked by PAY-7', 'blocked'],
    ['This work item is blocked by PAY-7', 'blocked'],
    ['This issue relates to PAY-7', 'no-block'],
    ['This issue is a dependency of PAY-7', 'blocker'],
    ['This issue depends PAY-7', 'blocked'],
    ['This issue is depended on by PAY-7', 'blocker'],
    ['This issue frobnicates PAY-7', 'unknown'],
    ['Этот запрос is blocked by PAY-7', 'blocked'],
    ['Dieser Vorgang wird blockiert durch PAY-7', 'blocked'],
  ])('"%s" tells of a %s', (text, expected) => {
    expect(readLinkText(usual, text, 'PAY-7')).toBe(expected);
  });

  it('is read by the phrases of today, whichever way they point', () => {
    const site = tellSite({}, [type(linkTypes.blocks.id, 'is blocked by', 'blocks')]);
    expect(readLinkText(site, 'This issue blocks PAY-7', 'PAY-7')).toBe('blocker');
    expect(readLinkText(site, 'This issue is blocked by PAY-7', 'PAY-7')).toBe('blocked');
  });

  it('of a type that the user says blocks nothing tells of no block', () => {
    const site = tellSite({ linkTypes: { [linkTypes.blocks.id]: { blocks: 'none' } } });
    expect(readLinkText(site, 'This issue blocks PAY-7', 'PAY-7')).toBe('no-block');
  });

  it('of a type that the user says blocks is read that way, in words that nobody else would understand', () => {
    const site = tellSite({ linkTypes: { 2000: 'inward' } }, [type('2000', 'frobnicates', 'is frobnicated by')]);
    expect(readLinkText(site, 'This issue frobnicates PAY-7', 'PAY-7')).toBe('blocked');
    expect(readLinkText(site, 'This issue is frobnicated by PAY-7', 'PAY-7')).toBe('blocker');
  });

  it('that two types share is read where both mean the same', () => {
    const site = tellSite({}, [type('2000', 'blocks', 'is blocked by')]);
    expect(readLinkText(site, 'This issue blocks PAY-7', 'PAY-7')).toBe('blocker');
  });

  it('that two types share is unknown where they do not', () => {
    const site = tellSite({ linkTypes: { 2000: 'none' } }, [type('2000', 'blocks', 'is blocked by')]);
    expect(readLinkText(site, 'This issue blocks PAY-7', 'PAY-7')).toBe('unknown');
  });

  it('with a former phrase of a type is read as this type', () => {
    const past = {
      kind: siteKinds.pastPhrase,
      externalId: 'stops',
      payload: { text: 'stops', typeId: linkTypes.blocks.id, phrase: 'outward' },
    };
    expect(readLinkText(tellSite({}, [past]), 'This issue stops PAY-7', 'PAY-7')).toBe('blocker');
  });
});
