import type { StatusCategoryName } from '../../fact-rows.ts';
import type { JiraFields } from './find-fields.ts';
import type { JiraMapping } from './jira-mapping.ts';
import type { SiteLinkType } from './links/link-direction.ts';
import type { PhraseBook } from './links/phrase-book.ts';
import type { TeamFinder } from './teams/find-team.ts';

/**
 * A Jira site's own words, and what the user has made of them: all that mapping needs beyond the item in its hand. Put
 * together by `assembleJiraSite` from what the site told and what its issues taught; never changed afterwards.
 */
export interface JiraSite {
  readonly connectionId: string;
  readonly deployment: 'cloud' | 'server';
  /** What addresses of issues begin with, without a slash at the end. */
  readonly browseUrl: string;
  readonly mapping: JiraMapping;
  readonly fields: JiraFields;
  /** Id of a custom field → its name in small letters: histories of servers name fields alone. */
  readonly fieldNames: ReadonlyMap<string, string>;
  /** By id. A status that only histories name is among them, by the last name they gave it. */
  readonly statuses: ReadonlyMap<string, SiteStatus>;
  readonly linkTypes: ReadonlyMap<string, SiteLinkType>;
  readonly phrases: PhraseBook;
  readonly issueTypes: ReadonlyMap<string, SiteIssueType>;
  /** null: the site has nothing above issues. */
  readonly initiativeLevel: number | null;
  /** Levels of which there are issues. */
  readonly levelsInUse: ReadonlySet<number>;
  /** Issue types of which there are issues, by id. */
  readonly typesInUse: ReadonlySet<string>;
  readonly projects: ReadonlyMap<string, SiteProject>;
  readonly projectIdByKey: ReadonlyMap<string, string>;
  readonly sprints: ReadonlyMap<string, SiteSprint>;
  /** Ids of projects that work in sprints. */
  readonly sprintProjects: ReadonlySet<string>;
  /** Priority id → rank, 1 is the highest. */
  readonly priorities: ReadonlyMap<string, number>;
  /** Other names of people → the id they are known by here. */
  readonly personIds: ReadonlyMap<string, string>;
  /** All other names of people, those included that tell nobody because somebody else has them now. */
  readonly personNames: ReadonlySet<string>;
  /** Key of an issue above level 0 → its id: servers name parents by key. */
  readonly planIds: ReadonlyMap<string, string>;
  /** Keys of parents that issues named before these were seen. */
  readonly awaitedPlanKeys: ReadonlySet<string>;
  readonly teams: TeamFinder;
}

export interface SiteStatus {
  readonly id: string;
  readonly name: string;
  /** `new`, `indeterminate`, `done`, …; null: only a history names it. */
  readonly trackerCategory: string | null;
  /** null: nobody can tell. */
  readonly category: StatusCategoryName | null;
  /** Whether the user has decided the category: then neither sprints nor resolutions change it. */
  readonly isDecided: boolean;
  /** Known from issues alone, not from a list of the site's. */
  readonly isLearned: boolean;
}

export interface SiteIssueType {
  readonly id: string;
  readonly name: string;
  /** −1 sub-task, 0 issue, 1 epic, above that what the site has put there. */
  readonly level: number;
  readonly isDefect: boolean;
}

export interface SiteProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly leadId: string | null;
}

export interface SiteSprint {
  readonly id: string;
  readonly name: string;
  /** When it began, epoch milliseconds; null: it has not. */
  readonly begunAt: number | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly completedAt: string | null;
  /** Of the issues in it. */
  readonly projectIds: ReadonlySet<string>;
  readonly isLearned: boolean;
}
