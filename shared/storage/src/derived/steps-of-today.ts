import { statusCategoryCode } from '@speedtax/domain';
import type { IssuesToday } from './load-issues.ts';
import type { StepBuilder } from './step-builder.ts';

/** How the history of a field is made to agree with what the issue says of itself today. */
export interface FieldRule {
  /** Steps of an issue of which no change is known. */
  addUnchanged(steps: StepBuilder, issue: number, today: IssuesToday): void;
  /** What the field holds today, and the latest instant it can have become so: for an issue whose known changes end elsewhere. */
  today(issue: number, today: IssuesToday): { readonly value: number; readonly at: number };
  /** Does it hold a value from creation on? */
  readonly fromCreation: boolean;
}

const statusRule: FieldRule = {
  fromCreation: true,
  /** Before its change log is read an issue is known from its own timestamps: what lies before them is not known. */
  addUnchanged(steps, i, { createdAt, startedAt, endedAt, status, hasHistory }) {
    const now = status[i] as number;
    if (hasHistory[i] === 1 || now < statusCategoryCode.started) {
      steps.add(createdAt[i] as number, now);
      return;
    }
    steps.add(createdAt[i] as number, -1);
    const started = startedAt[i] as number;
    if (!Number.isNaN(started)) steps.add(started, statusCategoryCode.started);
    const ended = endedAt[i] as number;
    if (now > statusCategoryCode.started && !Number.isNaN(ended)) steps.add(ended, now);
  },
  today(i, { status, startedAt, endedAt, updatedAt }) {
    const value = status[i] as number;
    const own = value > statusCategoryCode.started ? endedAt : startedAt;
    const at = value >= statusCategoryCode.started ? (own[i] as number) : Number.NaN;
    return { value, at: Number.isNaN(at) ? (updatedAt[i] as number) : at };
  },
};

const teamRule: FieldRule = {
  fromCreation: true,
  addUnchanged: (steps, i, { createdAt, team }) => steps.add(createdAt[i] as number, team[i] as number),
  today: (i, { team, updatedAt }) => ({ value: team[i] as number, at: updatedAt[i] as number }),
};

const assigneeRule: FieldRule = {
  fromCreation: true,
  addUnchanged: (steps, i, { createdAt, assignee }) => steps.add(createdAt[i] as number, assignee[i] as number),
  today: (i, { assignee, updatedAt }) => ({ value: assignee[i] as number, at: updatedAt[i] as number }),
};

const closedRule: FieldRule = {
  fromCreation: false,
  addUnchanged(steps, i, { closedAt }) {
    if (!Number.isNaN(closedAt[i])) steps.add(closedAt[i] as number, 1);
  },
  today(i, { closedAt, updatedAt }) {
    const at = closedAt[i] as number;
    return Number.isNaN(at) ? { value: 0, at: updatedAt[i] as number } : { value: 1, at };
  },
};

export const fieldRules = { status: statusRule, team: teamRule, closed: closedRule, assignee: assigneeRule } as const;
