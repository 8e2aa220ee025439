import type { ProjectRelation } from '../../company/initiative.ts';
import type { IssueRelation } from '../../company/issue.ts';
import type { LinkKind, LinkType } from '../edition/edition.ts';
import { isVisible, keyOf } from '../site/find-subject.ts';
import { issueTypeOf } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Subject } from '../site/row.ts';
import { statusOfSubject } from '../site/subject-status.ts';
import { presentIssueType } from './issue-type-payload.ts';
import { presentStatus } from './status-payload.ts';

/** Links of an issue as a reading of it shows them: the end that is looked at is the one left out. */
export function presentLinks(site: JiraSite, { kind, of }: Subject) {
  if (kind === 'initiative') return [];
  if (kind === 'epic') {
    return [
      ...of.relations.map((relation) => presentLink(site, relation, 'blocks', 'first', { kind, of: relation.relatedProject })),
      ...of.inverseRelations.map((relation) => presentLink(site, relation, 'blocks', 'second', { kind, of: relation.project })),
    ].flatMap((link) => link ?? []);
  }
  return [
    ...of.relations.map((relation) => presentLink(site, relation, kindOf(relation), 'first', { kind, of: relation.relatedIssue })),
    ...of.inverseRelations.map((relation) => presentLink(site, relation, kindOf(relation), 'second', { kind, of: relation.issue })),
  ].flatMap((link) => link ?? []);
}

function presentLink(site: JiraSite, relation: IssueRelation | ProjectRelation, kind: LinkKind, end: 'first' | 'second', other: Subject) {
  const isHidden = !isVisible(site, other) || !site.index.find(other.of);
  if (isHidden && site.settings.hiddenEnds === 'left-out') return null;
  const type = site.edition.linkTypes[kind];
  const id = String(site.numbers.of('link', relation));
  const isSource = (end === 'first') === (type.saidOfFirst === 'outward');
  return {
    id,
    self: `${site.baseUrl}/rest/api/2/issueLink/${id}`,
    type: presentLinkType(site, type),
    [isSource ? 'outwardIssue' : 'inwardIssue']: presentLinkedIssue(site, other),
  };
}

export function presentLinkType({ baseUrl }: JiraSite, { id, name, inward, outward }: LinkType) {
  return { id, name, inward, outward, self: `${baseUrl}/rest/api/2/issueLinkType/${id}` };
}

/** The little that is told of an issue at the other end of something. */
export function presentLinkedIssue(site: JiraSite, subject: Subject) {
  const id = String(site.numbers.of('issue', subject.of));
  return {
    id,
    key: keyOf(site, subject),
    self: `${site.baseUrl}/rest/api/2/issue/${id}`,
    fields: {
      summary: 'title' in subject.of ? subject.of.title : subject.of.name,
      status: presentStatus(site, statusOfSubject(site, subject)),
      issuetype: presentIssueType(site, issueTypeOf(site, subject)),
    },
  };
}

function kindOf({ type }: IssueRelation): LinkKind {
  return type === 'similar' ? 'related' : type;
}
