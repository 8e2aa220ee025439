import type { Company } from '../company/company.ts';
import type { Project } from '../company/initiative.ts';
import { DAY_MS, formatDay, HOUR_MS } from './calendar.ts';
import type { Random } from './random.ts';

const MILESTONES = ['Design agreed', 'Internal preview', 'Pilot shops', 'General availability'];

export function addMilestones(company: Company, project: Project, opensAt: number, lengthMs: number, random: Random): void {
  for (const [place, name] of MILESTONES.slice(0, random.int(2, 4)).entries()) {
    const dueAt = opensAt + ((place + 1) / MILESTONES.length) * lengthMs;
    const isDone = project.completedAt !== null || (project.startedAt !== null && dueAt < company.today && random.chance(0.7));
    const milestone = company.milestones.add({
      id: company.nextId('milestone'),
      name,
      targetDate: formatDay(dueAt),
      sortOrder: place * 100,
      status: isDone ? 'done' : dueAt < company.today ? 'overdue' : place === 0 ? 'next' : 'unstarted',
      project,
      createdAt: project.createdAt,
      updatedAt: Math.max(project.createdAt, Math.min(project.updatedAt, company.today)),
      archivedAt: null,
    });
    project.projectMilestones.push(milestone);
  }
}

/** Some projects need an earlier one, or a milestone of it. */
export function relateProjects(company: Company, projects: readonly Project[], random: Random): void {
  for (const [place, project] of projects.entries()) {
    if (place === 0 || !random.chance(0.22)) continue;
    const other = projects[random.int(0, place - 1)] as Project;
    const at = Math.min(company.today - HOUR_MS, Math.max(project.createdAt, other.createdAt) + 3 * DAY_MS);
    const milestone = random.chance(0.3) ? (other.projectMilestones.at(-1) ?? null) : null;
    const relation = company.projectRelations.add({
      id: company.nextId('projectRelation'),
      type: random.chance(0.8) ? 'blocks' : 'dependency',
      anchorType: milestone ? 'milestone' : 'end',
      relatedAnchorType: 'start',
      project: other,
      relatedProject: project,
      projectMilestone: milestone,
      relatedProjectMilestone: null,
      user: project.lead,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    });
    other.relations.push(relation);
    project.inverseRelations.push(relation);
  }
}
