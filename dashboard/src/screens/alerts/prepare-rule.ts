import type { AlertRule } from '@speedtax/contract';
import { sayRule } from './say-figure.ts';

export interface RuleView {
  id: string;
  when: string;
  of: string;
  on: boolean;
  made: string;
}

export function prepareRule(rule: AlertRule): RuleView {
  const { id, subject, on, madeBy } = rule;
  const everything = rule.kind === 'team_tax' ? 'every team' : 'every initiative';
  return { id, when: sayRule(rule), of: subject === null ? everything : (subject.name ?? 'gone'), on, made: madeBy };
}
