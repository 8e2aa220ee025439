export const statusCategories = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'] as const;
export type StatusCategory = (typeof statusCategories)[number];

/** The number that stands for a category in columns; its place in `statusCategories`. */
export const statusCategoryCode = {
  triage: 0,
  backlog: 1,
  unstarted: 2,
  started: 3,
  completed: 4,
  canceled: 5,
} as const satisfies Record<StatusCategory, number>;
