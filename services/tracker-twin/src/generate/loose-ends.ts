import type { Company } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';
import { relate, rememberRelation } from '../company/relate.ts';
import type { Random } from './random.ts';

const RELATED_CHANCE = 0.03;
const PARENT_CHANCE = 0.06;
const NEIGHBOURHOOD = 60;
/** A code that no decoder knows. */
const UNKNOWN_CODE = 'qz';

/** Relations that block nobody, parts of bigger issues, and one code nobody can read. */
export function addLooseEnds(company: Company, issues: readonly Issue[], random: Random): void {
  for (const [place, issue] of issues.entries()) {
    if (place === 0) continue;
    const other = issues[random.int(Math.max(0, place - NEIGHBOURHOOD), place - 1)] as Issue;
    const at = issue.createdAt + random.int(60_000, 40_000_000);
    if (at < company.today && random.chance(RELATED_CHANCE)) {
      relate(company, 'related', issue, other, at, issue.creator);
    }
    if (issue.state.type === 'duplicate' && other.state.type !== 'duplicate') {
      const markedAt = issue.canceledAt ?? at;
      relate(company, 'duplicate', issue, other, markedAt, issue.creator);
    }
    if (other.team === issue.team && other.parent === null && random.chance(PARENT_CHANCE * 4)) {
      issue.parent = other;
      other.children.push(issue);
    }
  }
  const [first, second] = issues;
  if (first && second) rememberRelation(first, second, UNKNOWN_CODE, second.createdAt + 1, first.creator);
}
