import type { Issue } from '../../company/issue.ts';
import { plainItem } from '../history/change-items.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { RemoteLink } from '../site/remote-link.ts';
import { writeHistory } from './write-history.ts';

const FIRST_ID = 10_000;

export interface NewRemoteLink {
  readonly relationship?: string;
  readonly url: string;
  readonly title: string;
}

/** Links an issue to something elsewhere; its changelog tells the id and the title. */
export function addRemoteLink(site: JiraSite, issue: Issue, { relationship, url, title }: NewRemoteLink, at: number): RemoteLink {
  const links = site.remoteLinks.get(issue) ?? [];
  const link = { id: FIRST_ID + site.numbers.of('issue', issue) * 1_000 + links.length, relationship: relationship ?? null, url, title };
  site.remoteLinks.set(issue, [...links, link]);
  writeHistory(site, issue, { at, items: [plainItem(fieldOf(site), null, sideOf(link))] });
  return link;
}

export function removeRemoteLink(site: JiraSite, issue: Issue, link: RemoteLink, at: number): void {
  site.remoteLinks.set(
    issue,
    (site.remoteLinks.get(issue) ?? []).filter((one) => one !== link),
  );
  writeHistory(site, issue, { at, items: [plainItem(fieldOf(site), sideOf(link), null)] });
}

function fieldOf({ isCloud }: JiraSite): string {
  return isCloud ? 'RemoteWorkItemLink' : 'RemoteIssueLink';
}

function sideOf({ id, title }: RemoteLink) {
  return { id: String(id), name: `This work item links to "${title} (Web Link)"` };
}
