import { checkMapping } from '@speedtax/trackers';
import { badRequest, HttpProblem } from '../http/http-problem.ts';

/** What was chosen, completed. @throws HttpProblem naming each choice that cannot be made */
export function checkChoices(provider: 'linear' | 'jira', choices: Record<string, unknown>): Record<string, unknown> {
  const check = checkMapping(provider, choices);
  if (check.ok) return check.mapping;
  const isForeign = provider === 'linear' && Object.keys(choices).some((name) => name !== 'statuses');
  if (!isForeign) throw badRequest(check.errors);
  throw new HttpProblem(422, 'mapping_not_supported', 'This cannot be chosen for Linear', {
    detail: 'Of a Linear workspace the categories of statuses can be chosen; its teams, links and initiatives it tells itself.',
    errors: check.errors,
  });
}
