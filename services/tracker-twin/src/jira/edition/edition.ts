/** The words in which a site of Jira says what every site knows: they are configuration, and differ from site to site. */
export interface Edition {
  readonly linkTypes: Readonly<Record<LinkKind, LinkType>>;
  /** How the history of links says a phrase about an issue, such as "This issue blocks ABC-1". */
  readonly linkSentence: (phrase: string, key: string, at: number) => string;
  /** The name a status is shown under, from its English one. */
  readonly statusName: (name: string) => string;
  readonly issueTypeNames: Readonly<Record<IssueTypeRole, string>>;
  /** The most urgent first. */
  readonly priorityNames: readonly [string, string, string, string];
}

export type LinkKind = 'blocks' | 'related' | 'duplicate';

export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** Said of the end that the link comes from. */
  readonly outward: string;
  /** Said of the end that the link points at. */
  readonly inward: string;
  /** Which phrase is said of the issue that blocks, or that is the duplicate. */
  readonly saidOfFirst: 'outward' | 'inward';
  /** Phrases the type had before it was renamed: histories keep them. */
  readonly past?: { readonly until: number; readonly outward: string; readonly inward: string };
}

export type IssueTypeRole = 'subtask' | 'task' | 'bug' | 'epic' | 'initiative';
