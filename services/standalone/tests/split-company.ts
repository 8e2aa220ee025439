import {
  addRemoteLink,
  attach,
  type Company,
  generateCompany,
  type Issue,
  type IssueRelation,
  type JiraTwin,
  setField,
  writeHistory,
} from '@speedtax/tracker-twin';

/** One made-up company, and the same split between two trackers: all people and teams are in both, the work of each team in one of them. */
export interface SplitCompany {
  readonly whole: Company;
  readonly onLinear: Company;
  readonly onJira: Company;
  /** Blocking relations between the two halves, by what the whole calls them. */
  readonly across: readonly IssueRelation[];
}

/**
 * Links between the halves that were taken back are left out of the whole too: no tracker dates what is said in another one and is gone.
 * So are the notes that both ends of a link keep of it.
 */
export function splitCompany(settings: { seed: number; issues: number; today: number }): SplitCompany {
  const [whole, onLinear, onJira] = [0, 1, 2].map(() => generateCompany({ ...settings, fits: 'jira' })) as [Company, Company, Company];
  const teams = whole.teams.all.map(({ key }) => key).sort();
  const linearTeams = new Set(teams.filter((_, place) => place % 2 === 0));
  const isOnLinear = ({ team }: Issue) => linearTeams.has(team.key);
  const isAcross = ({ issue, relatedIssue }: IssueRelation) => isOnLinear(issue) !== isOnLinear(relatedIssue);
  for (const company of [whole, onLinear, onJira]) forgetNotesAcross(company, isAcross);
  keepIssues(onLinear, isOnLinear);
  keepIssues(onJira, (issue) => !isOnLinear(issue));
  return { whole, onLinear, onJira, across: whole.relations.all.filter((relation) => relation.type === 'blocks' && isAcross(relation)) };
}

function forgetNotesAcross(company: Company, isAcross: (relation: IssueRelation) => boolean): void {
  const across = [...company.relations.all, ...company.removedRelations].filter(isAcross);
  const names = ({ identifier, previousIdentifiers }: Issue) => [identifier, ...previousIdentifiers];
  for (const { issue, relatedIssue } of across) {
    for (const [own, other] of [
      [issue, relatedIssue],
      [relatedIssue, issue],
    ] as const) {
      const forgotten = new Set(names(other));
      own.history = own.history.filter(({ relationChanges }) => !relationChanges?.some(({ identifier }) => forgotten.has(identifier)));
    }
  }
}

function keepIssues(company: Company, isKept: (issue: Issue) => boolean): void {
  for (const relation of company.relations.all.toReversed()) {
    const { issue, relatedIssue } = relation;
    if (isKept(issue) && isKept(relatedIssue)) continue;
    company.relations.remove(relation);
    issue.relations = issue.relations.filter((one) => one !== relation);
    relatedIssue.inverseRelations = relatedIssue.inverseRelations.filter((one) => one !== relation);
  }
  for (const project of company.projects) project.issues = project.issues.filter(isKept);
  for (const issue of company.issues.all.toReversed()) if (!isKept(issue)) company.issues.remove(issue);
}

/** Has the halves say who blocks whom, in every way in which a direction is certain and a date is told, one after the other. */
export function tellAcross({ onLinear, across }: SplitCompany, jira: JiraTwin): void {
  const linearIssues = new Map(onLinear.issues.all.map((issue) => [issue.identifier, issue]));
  const jiraIssues = new Map(jira.company.issues.all.map((issue) => [issue.identifier, issue]));
  const texts = new Map<Issue, string>();
  for (const [place, { issue, relatedIssue, createdAt }] of across.toSorted((a, b) => a.createdAt - b.createdAt).entries()) {
    const isBlockerOnLinear = linearIssues.has(issue.identifier);
    const linear = linearIssues.get((isBlockerOnLinear ? issue : relatedIssue).identifier) as Issue;
    const far = jiraIssues.get((isBlockerOnLinear ? relatedIssue : issue).identifier) as Issue;
    const url = `https://linear.app/${onLinear.organization.urlKey}/issue/${linear.identifier}/as-it-is-called`;
    const way = place % 3;
    if (way === 0) {
      const title = isBlockerOnLinear ? `Blocks ${far.identifier}` : `Blocked by ${far.identifier}`;
      attach(onLinear, linear, { title, url: `${jira.url}/browse/${far.identifier}` }, createdAt);
    } else if (way === 1) {
      addRemoteLink(jira.site, far, { relationship: isBlockerOnLinear ? 'is blocked by' : 'blocks', url, title: linear.title }, createdAt);
    } else {
      const before = texts.get(far) ?? 'What is to be done.';
      const after = `${before}\n${isBlockerOnLinear ? 'Blocked by' : 'Blocks'} ${url}`;
      texts.set(far, after);
      const item = {
        field: 'description',
        fieldtype: 'jira',
        fieldId: 'description',
        from: null,
        fromString: before,
        to: null,
        toString: after,
      } as const;
      writeHistory(jira.site, far, { at: createdAt, items: [item] });
      setField(jira.site, far, 'description', after);
    }
  }
}
