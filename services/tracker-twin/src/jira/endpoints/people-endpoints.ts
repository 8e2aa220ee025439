import type { User } from '../../company/team.ts';
import { userIdOf } from '../history/change-items.ts';
import { presentUser } from '../payloads/user-payload.ts';
import { refuse } from '../server/jira-errors.ts';
import type { JiraRequest } from '../server/jira-request.ts';
import { type Endpoint, type EndpointContext, ok } from './endpoint.ts';
import { readNumber } from './read-params.ts';

const MAX_PEOPLE = 1_000;

export const peopleEndpoints: readonly Endpoint[] = [
  {
    route: 'GET myself',
    answer: ({ site }) => ok({ ...presentUser(site, site.viewer), timeZone: site.time.zone, locale: 'en_US' }),
  },
  { route: 'GET users', of: 'cloud', answer: (context, request) => answerPeople(context, request) },
  { route: 'GET users/search', of: 'cloud', answer: (context, request) => answerPeople(context, request) },
  { route: 'GET user/search', of: 'data-center', answer: answerActivePeople },
  {
    route: 'GET user',
    answer: ({ site }, { query }) => {
      const asked = ['accountId', 'key', 'username'].map((name) => query.get(name)).find((value) => value !== null);
      const user = site.company.users.all.find((each) => userIdOf(site, each) === asked || (!site.isCloud && each.displayName === asked));
      return user ? ok(presentUser(site, user)) : refuse(404, 'Specified user does not exist or you do not have required permissions');
    },
  },
];

/** A bare list, paged by an offset. */
function answerPeople({ site }: EndpointContext, request: JiraRequest, people: readonly User[] = site.company.users.all) {
  const startAt = readNumber(request, 'startAt', 0);
  const maxResults = readNumber(request, 'maxResults', 50, MAX_PEOPLE);
  return ok(people.slice(startAt, startAt + maxResults).map((user) => presentUser(site, user)));
}

/** By a part of a name, which must be given; who has left only where that is asked for. */
function answerActivePeople(context: EndpointContext, request: JiraRequest) {
  const part = request.query.get('username')?.toLowerCase();
  if (!part) return refuse(400, 'The username query parameter was not provided');
  const isAll = request.query.get('includeInactive') === 'true';
  const people = context.site.company.users.all.filter(({ active, email, displayName, name }) => {
    const texts = [email, displayName, name].map((text) => text.toLowerCase());
    return (active || isAll) && texts.some((text) => text.includes(part));
  });
  return answerPeople(context, request, people);
}
