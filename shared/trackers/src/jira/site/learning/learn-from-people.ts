import type { KeptItem } from '../../../tracker.ts';
import { userPayload } from '../../payloads/user.ts';
import type { JiraSite } from '../jira-site.ts';
import { learnPerson } from './learn-from-issues.ts';
import { makeLesson } from './lesson.ts';

/** The names that a server's people go by in histories, beside the keys they are known by. */
export function learnFromPeople(site: JiraSite, people: readonly unknown[]): readonly KeptItem[] {
  const lesson = makeLesson();
  for (const person of people) {
    const { data } = userPayload.safeParse(person);
    if (data) learnPerson(lesson, site, data);
  }
  return lesson.items();
}
