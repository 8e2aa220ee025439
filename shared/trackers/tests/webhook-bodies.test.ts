import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJiraBody } from '../src/webhooks/jira-webhook.ts';
import { readLinearBody } from '../src/webhooks/linear-webhook.ts';

const recorded = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(recorded);
if (!isThere) console.warn(`skipped: recorded webhooks are not at ${recorded.pathname}`);

function readBodies(folder: string): { name: string; body: Buffer; told: Record<string, never> & Told }[] {
  if (!isThere) return [];
  const place = new URL(`${folder}/`, recorded);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const body = readFileSync(new URL(name, place));
      return { name, body, told: JSON.parse(body.toString()) };
    });
}

interface Told {
  webhookEvent?: string;
  issue?: { id: string | number };
  issueLink?: { sourceIssueId: number; destinationIssueId: number };
  type?: string;
  data?: { id: string };
}

describe.skipIf(!isThere)('bodies that Jiras have sent', () => {
  const bodies = ['jira/webhooks/jira-to-matrix', 'jira/webhooks/mattermost'].flatMap(readBodies).filter(({ told }) => told.webhookEvent);

  it('are all read, in every version and language', () => {
    expect(bodies.length).toBeGreaterThan(50);
    for (const { name, body } of bodies) expect(readJiraBody(body), name).not.toBeNull();
  });

  it('name the issue that has changed', () => {
    const changes = bodies.filter(({ told }) => told.webhookEvent?.startsWith('jira:issue_'));
    expect(changes.length).toBeGreaterThan(50);
    for (const { name, body, told } of changes) {
      const isDeleted = told.webhookEvent === 'jira:issue_deleted';
      expect(readJiraBody(body)?.changed, name).toEqual({ issues: [{ id: String(told.issue?.id), isDeleted }], more: false });
    }
  });

  it('name both ends of a link', () => {
    const links = bodies.filter(({ told }) => told.issueLink);
    expect(links).toHaveLength(3);
    for (const { name, body, told } of links) {
      const ends = [told.issueLink?.sourceIssueId, told.issueLink?.destinationIssueId].map(String);
      expect(
        readJiraBody(body)?.changed.issues.map(({ id }) => id),
        name,
      ).toEqual(ends);
    }
  });

  it('leave nothing where they are about comments', () => {
    for (const { name, body } of bodies.filter(({ told }) => told.webhookEvent?.startsWith('comment_')))
      expect(readJiraBody(body)?.changed, name).toEqual({ issues: [], more: false });
  });
});

describe.skipIf(!isThere)('bodies that Linear has sent', () => {
  it.each(readBodies('linear/webhooks'))('are read: $name', ({ body, told }) => {
    const changed = readLinearBody(body)?.changed;
    if (told.type === 'Issue') expect(changed?.issues.map(({ id }) => id)).toEqual([told.data?.id]);
    else expect(changed).toEqual({ issues: [], more: true });
  });
});

describe('a body that is none', () => {
  it.each(['', '{', 'null', '[]', '"text"', '{"webhookEvent":1}', '{"type":{},"action":"x"}', 'ÿþ'])('is not read: %s', (text) => {
    expect(readJiraBody(Buffer.from(text))).toBeNull();
    expect(readLinearBody(Buffer.from(text))).toBeNull();
  });
});
