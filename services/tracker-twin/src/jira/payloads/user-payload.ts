import type { User } from '../../company/team.ts';
import { userIdOf } from '../history/change-items.ts';
import type { JiraSite } from '../site/jira-site.ts';

/** A person: by account id on Cloud, by key and name on Data Center, where the two differ. */
export function presentUser(site: JiraSite, user: User) {
  const id = userIdOf(site, user);
  const shown = { emailAddress: user.email, displayName: user.name, active: user.active, timeZone: user.timezone };
  if (!site.isCloud)
    return { self: `${site.baseUrl}/rest/api/2/user?username=${user.displayName}`, key: id, name: user.displayName, ...shown };
  const accountType = user.app ? 'app' : 'atlassian';
  return { self: `${site.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(id)}`, accountId: id, accountType, ...shown };
}

export function presentUserOrNull(site: JiraSite, user: User | null) {
  return user && presentUser(site, user);
}
