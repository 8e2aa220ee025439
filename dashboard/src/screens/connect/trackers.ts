/** The trackers that can be connected, as the address names them. */
export const trackers = [
  { name: 'linear', text: 'Linear', provider: 'linear', note: 'linear.app' },
  { name: 'jira-cloud', text: 'Jira Cloud', provider: 'jira', note: 'your-company.atlassian.net' },
  { name: 'jira-server', text: 'Jira Data Center', provider: 'jira', note: 'a Jira of your own' },
] as const;

export type TrackerName = (typeof trackers)[number]['name'];

export function findTracker(name: string | undefined) {
  return trackers.find((one) => one.name === name);
}
