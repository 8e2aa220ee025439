/** Documents a read-only sync sends, with the points they cost by Linear's rule. */
export const DOCUMENTS: readonly { readonly name: string; readonly points: number; readonly query: string }[] = [
  {
    name: 'IssuesPage',
    points: 6127,
    query: `query IssuesPage($after:String,$since:DateTimeOrDuration!){ issues(first:50, after:$after, includeArchived:true, orderBy:updatedAt, filter:{updatedAt:{gte:$since}}){
      nodes{ id identifier previousIdentifiers title priority estimate dueDate url createdAt updatedAt startedAt completedAt canceledAt archivedAt autoArchivedAt trashed startedTriageAt triagedAt addedToProjectAt addedToTeamAt
        state{id name type} team{id key} assignee{id} creator{id} project{id} projectMilestone{id} cycle{id} parent{id}
        relations(first:20,includeArchived:true){nodes{id type createdAt updatedAt archivedAt relatedIssue{id identifier}} pageInfo{hasNextPage endCursor}}
        inverseRelations(first:20,includeArchived:true){nodes{id type createdAt updatedAt archivedAt issue{id identifier}} pageInfo{hasNextPage endCursor}} }
      pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'IssueHistoryBatch',
    points: 6812,
    query: `query IssueHistoryBatch($ids:[ID!]!){ issues(first:25, includeArchived:true, filter:{id:{in:$ids}}){ nodes{ id identifier history(first:50, includeArchived:true){ nodes{ id createdAt updatedAt actorId botActor{id type} fromStateId toStateId fromAssigneeId toAssigneeId fromTeamId toTeamId fromProjectId toProjectId fromCycleId toCycleId fromParentId toParentId archived autoArchived autoClosed trashed relationChanges{identifier type} } pageInfo{hasNextPage endCursor} } } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'IssueSpans',
    points: 3617,
    query: `query IssueSpans($ids:[ID!]!){ issues(first:50, includeArchived:true, filter:{id:{in:$ids}}){ nodes{ id stateHistory(first:50){ nodes{ id stateId startedAt endedAt } pageInfo{hasNextPage endCursor} } } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'Rels',
    points: 977,
    query: `query Rels($after:String){ issueRelations(first:250, after:$after, includeArchived:true, orderBy:updatedAt){ nodes{ id type createdAt updatedAt archivedAt issue{id identifier} relatedIssue{id identifier} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'Inits',
    points: 5807,
    query: `query Inits($after:String){ initiatives(first:50, after:$after, includeArchived:true, orderBy:updatedAt){ nodes{ id name slugId status health healthUpdatedAt targetDate targetDateResolution createdAt updatedAt startedAt completedAt archivedAt trashed url owner{id name email active} creator{id} parentInitiative{id} subInitiatives(first:50,includeArchived:true){nodes{id}} projects(first:50,includeArchived:true){nodes{id}} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'I2P',
    points: 902,
    query: `query I2P($after:String){ initiativeToProjects(first:250, after:$after, includeArchived:true){ nodes{ id createdAt updatedAt archivedAt initiative{id} project{id} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'Projs',
    points: 5362,
    query: `query Projs($after:String,$since:DateTimeOrDuration!){ projects(first:50, after:$after, includeArchived:true, orderBy:updatedAt, filter:{updatedAt:{gte:$since}}){ nodes{ id name slugId url priority health healthUpdatedAt startDate targetDate createdAt updatedAt startedAt completedAt canceledAt archivedAt autoArchivedAt trashed lead{id} creator{id} status{id name type} teams(first:20){nodes{id key}} members(first:50){nodes{id}} initiativeToProjects(first:10,includeArchived:true){nodes{id initiative{id}}} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'PRels',
    points: 1802,
    query: `query PRels($after:String){ projectRelations(first:250, after:$after, includeArchived:true){ nodes{ id type anchorType relatedAnchorType createdAt updatedAt archivedAt user{id} project{id} projectMilestone{id} relatedProject{id} relatedProjectMilestone{id} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'Teams',
    points: 6662,
    query: `query Teams($after:String){ teams(first:50, after:$after, includeArchived:true){ nodes{ id key name displayName private visibility timezone archivedAt retiredAt createdAt updatedAt parent{id} states(first:50,includeArchived:true){nodes{id name type position archivedAt inheritedFrom{id}}} } pageInfo{hasNextPage endCursor} } }`,
  },
  {
    name: 'Users',
    points: 527,
    query: `query Users($after:String){ users(first:250, after:$after, includeArchived:true, includeDisabled:true){ nodes{ id name displayName email active app guest admin createdAt updatedAt archivedAt } pageInfo{hasNextPage endCursor} } }`,
  },
];
