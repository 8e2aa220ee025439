import { describe, expect, it } from 'vitest';
import { listTextMentions } from './list-text-mentions.ts';
import { readIssueAddress } from './read-issue-address.ts';

const jira = (key: string) => `https://acme.atlassian.net/browse/${key}`;
const linear = (key: string) => `https://linear.app/acme/issue/${key}/ship-it`;
const sidesIn = (text: string) => Object.fromEntries(listTextMentions(text).map(({ key, side }) => [key, side]));

describe('the address of an issue', () => {
  it.each([
    ['https://acme.atlassian.net/browse/PAY-12', 'acme.atlassian.net', 'PAY-12'],
    ['https://acme.atlassian.net/browse/pay-12?focusedCommentId=3#c', 'acme.atlassian.net', 'PAY-12'],
    ['http://jira.acme.example:8080/jira/browse/PAY-12', 'jira.acme.example:8080/jira', 'PAY-12'],
    ['https://acme.atlassian.net/jira/software/projects/PAY/boards/1?selectedIssue=PAY-3', 'acme.atlassian.net', 'PAY-3'],
    ['https://jira.acme.example/j/secure/RapidBoard.jspa?rapidView=1&selectedIssue=PAY-3', 'jira.acme.example/j', 'PAY-3'],
    ['https://linear.app/Acme/issue/ENG-7/ship-it', 'linear.app/acme', 'ENG-7'],
    ['https://linear.app/acme/issue/ENG-7', 'linear.app/acme', 'ENG-7'],
  ])('%s', (url, site, key) => {
    expect(readIssueAddress(url)).toEqual({ site, key });
  });

  it.each([
    'https://github.com/acme/app/issues/12',
    'https://linear.app/acme/project/ship-it-1',
    'https://acme.atlassian.net/wiki/spaces/PAY-12',
    'ftp://acme.atlassian.net/browse/PAY-12',
    'not an address',
  ])('is not %s', (url) => {
    expect(readIssueAddress(url)).toBeNull();
  });
});

describe('a text that names an issue of another tracker', () => {
  it.each([
    `Blocked by ${jira('A-1')}`,
    `This is currently blocked by: ${jira('A-1')}.`,
    `**Blocked by:** [A-1 The ledger](${jira('A-1')})`,
    `- depends on A-1 (${jira('A-1')})`,
    `Some words first. We are waiting for ${jira('A-1')}, sorry`,
    `Depends on [the ledger|${jira('A-1')}]`,
    `hängt ab von ${jira('A-1')}`,
    `## Blocked by\n\n- ${jira('A-1')}`,
  ])('is blocked where it plainly says so: %s', (text) => {
    expect(sidesIn(text)).toEqual({ 'A-1': 'blocked' });
  });

  it('blocks where it plainly says so', () => {
    expect(sidesIn(`This issue blocks ${linear('ENG-1')}`)).toEqual({ 'ENG-1': 'blocker' });
  });

  it('says it of all that it lists in one breath', () => {
    expect(sidesIn(`Blocked by ${jira('A-1')}, ${jira('A-2')} and [A-3](${jira('A-3')}). See ${jira('A-4')}`)).toEqual({
      'A-1': 'blocked',
      'A-2': 'blocked',
      'A-3': 'blocked',
      'A-4': null,
    });
    expect(sidesIn(`Blocked by:\n* ${jira('A-1')}\n* ${jira('A-2')}\n\nSee also\n* ${jira('A-3')}`)).toEqual({
      'A-1': 'blocked',
      'A-2': 'blocked',
      'A-3': null,
    });
  });

  it.each([
    `See ${jira('A-1')}`,
    `Blocker: ${jira('A-1')}`,
    `No longer blocked by ${jira('A-1')}`,
    `Was blocked by ${jira('A-1')}`,
    `Is this blocked by ${jira('A-1')}?`,
    `Could be blocked by ${jira('A-1')}`,
    `Blocked by ${jira('A-1')} until last week`,
    `~~Blocked by ${jira('A-1')}~~`,
    `> Blocked by ${jira('A-1')}`,
    `\`\`\`\nBlocked by ${jira('A-1')}\n\`\`\``,
    `Requires ${jira('A-1')}`,
    `Blocked by the vendor, who reads ${jira('A-1')}`,
    `Blocked by ${jira('A-1')}. It also blocks ${jira('A-1')}`,
  ])('is a mention where nobody can be certain: %s', (text) => {
    expect(sidesIn(text)).toEqual({ 'A-1': null });
  });

  it('names each issue once, and no address of anything else', () => {
    expect(listTextMentions(`${jira('A-1')} ${jira('A-1')} https://github.com/acme/app/pull/3`)).toEqual([
      { site: 'acme.atlassian.net', key: 'A-1', url: jira('A-1'), side: null },
    ]);
    expect(listTextMentions('')).toEqual([]);
  });
});
