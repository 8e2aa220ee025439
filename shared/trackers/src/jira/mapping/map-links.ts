import type { IssueKeyRow, IssueLinkRow, IssueRow } from '../../fact-rows.ts';
import type { MappingProblem } from '../../mapped.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { IssueLinkPayload, MentionedIssue } from '../payloads/issue-link.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { epicLevel, issueLevel } from '../site/levels.ts';
import type { SiteLinkType } from '../site/links/link-direction.ts';
import { idOf } from './ids.ts';
import { issueStub } from './issue-stub.ts';

/** A link as one of its ends has it, with the direction that the site's words and the user give it. */
export interface DirectedLink {
  readonly id: string;
  readonly other: MentionedIssue;
  readonly otherLevel: number;
  /** What the issue that has the link is in it. */
  readonly side: 'blocker' | 'blocked';
}

export interface MappedLinks {
  readonly links: IssueLinkRow[];
  readonly stubs: IssueRow[];
  /** Of the stubs: histories name them by key. */
  readonly keys: IssueKeyRow[];
  readonly problems: MappingProblem[];
}

/** The blocking links of an issue, and stubs for their far ends. */
export function mapLinks(site: JiraSite, issue: IssuePayload): MappedLinks {
  const mapped: MappedLinks = { links: [], stubs: [], keys: [], problems: problemsOfTypes(site, issue) };
  for (const { id, other, otherLevel, side } of directedLinksOf(site, issue)) {
    if (other.id === null) {
      mapped.problems.push({ kind: 'unknown-link-code', subject: `link ${id} of ${issue.key}`, detail: `its end ${other.key} has no id` });
      continue;
    }
    if (otherLevel > issueLevel) {
      mapped.problems.push(betweenLevels(issue.key, other.key));
      continue;
    }
    const [own, far] = [idOf(site, 'issue', issue.id), idOf(site, 'issue', other.id)];
    const [blocker, blocked] = side === 'blocker' ? [own, far] : [far, own];
    mapped.links.push({
      id: idOf(site, 'issue-link', id),
      external_id: id,
      blocker_issue_id: blocker,
      blocked_issue_id: blocked,
      created_at: null,
    });
    if (other.id === issue.id) continue;
    mapped.stubs.push(issueStub(site, { ...other, id: other.id }, issue.fields.created));
    mapped.keys.push({ key: other.key, issue_id: far });
  }
  return mapped;
}

/** Links that block, of whatever levels their ends are. */
export function directedLinksOf(site: JiraSite, issue: IssuePayload): DirectedLink[] {
  return issue.fields.issuelinks.flatMap((link) => {
    const other = link.inwardIssue ?? link.outwardIssue;
    const blocks = site.linkTypes.get(link.type.id)?.blocks ?? 'none';
    if (other === null || blocks === 'none') return [];
    return [
      { id: link.id, other, otherLevel: levelOf(site, other), side: blockerIsInward(blocks) === isInwardEnd(link) ? 'blocker' : 'blocked' },
    ];
  });
}

/** `outward`: the phrase read from the inward issue says that it blocks. */
function blockerIsInward(blocks: SiteLinkType['blocks']): boolean {
  return blocks === 'outward';
}

/** A link leaves out the end that one stands on. */
function isInwardEnd({ inwardIssue }: IssueLinkPayload): boolean {
  return inwardIssue === null;
}

function levelOf(site: JiraSite, { key, fields }: MentionedIssue): number {
  const type = fields?.issuetype;
  const level = type ? (site.issueTypes.get(type.id)?.level ?? type.hierarchyLevel) : null;
  return level ?? (site.planIds.has(key) ? epicLevel : issueLevel);
}

export function betweenLevels(key: string, otherKey: string): MappingProblem {
  const ends = [key, otherKey].sort().join(' and ');
  return {
    kind: 'link-between-levels',
    subject: `link between ${ends}`,
    detail: 'only issues, and only epics, block each other in figures',
  };
}

/** One problem a type, however many links have it. */
function problemsOfTypes(site: JiraSite, issue: IssuePayload): MappingProblem[] {
  const types = new Set(issue.fields.issuelinks.map(({ type }) => site.linkTypes.get(type.id)));
  return [...types].flatMap((type) =>
    type?.isUnclear && site.mapping.linkTypes[type.id] === undefined
      ? [
          {
            kind: 'link-without-direction' as const,
            subject: `link type ${type.name} (${type.id})`,
            detail: `'${type.outward}' and '${type.inward}' do not say who blocks whom: choose in the mapping`,
          },
        ]
      : [],
  );
}
