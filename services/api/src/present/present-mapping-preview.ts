import type { MappingPreview } from '@speedtax/contract';
import type { MappingPreview as FoundPreview } from '@speedtax/trackers';

export function presentMappingPreview({ teams, statuses, linkTypes, levels, ...preview }: FoundPreview): MappingPreview {
  return {
    ...preview,
    teams: teams.map(({ examples, ...team }) => ({ ...team, examples: [...examples] })),
    statuses: statuses.map((status) => ({ ...status })),
    linkTypes: linkTypes.map(({ examples, ...type }) => ({ ...type, examples: [...examples] })),
    levels: levels.map(({ issueTypes, ...level }) => ({ ...level, issueTypes: [...issueTypes] })),
  };
}
