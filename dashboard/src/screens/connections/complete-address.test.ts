import { describe, expect, it } from 'vitest';
import { completeAddress } from './complete-address.ts';

describe('the address of a tracker', () => {
  it.each([
    ['example.atlassian.net', 'https://example.atlassian.net'],
    ['https://example.atlassian.net/jira/software/projects/PAY/boards/7', 'https://example.atlassian.net'],
    ['jira.example.com/jira', 'https://jira.example.com/jira'],
    ['http://localhost:8080/jira', 'http://localhost:8080/jira'],
    ['not an address', 'https://not an address'],
  ])('%s is taken as %s', (typed, address) => expect(completeAddress(typed)).toBe(address));
});
