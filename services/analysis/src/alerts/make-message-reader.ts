import { type Edge, endsOf } from '@speedtax/domain';
import type { AlertMessage, AlertMessageIssue } from '@speedtax/storage';
import { listEmails, type WatchedSubject } from '@speedtax/storage/alerts';
import { type DatabaseTransaction, type IssueSummary, listIssueSummaries, listPairQuotes, listPeople } from '@speedtax/storage/analytics';

/** What a person reads before going to look. */
const mostEdges = 20;

export interface MessageReader {
  /** Everything that a message names, as it is now. */
  read(subject: WatchedSubject, edges: readonly Edge[]): Promise<AlertMessage>;
}

export function makeMessageReader(trx: DatabaseTransaction, organizationId: string): MessageReader {
  let quotes: ReturnType<typeof listPairQuotes> | undefined;
  return {
    async read(subject, edges) {
      const ends = edges.slice(0, mostEdges).map(endsOf);
      const issues = await listIssueSummaries(
        trx,
        organizationId,
        ends.flatMap((end) => [end.blockerIssueId, end.blockedIssueId]),
      );
      const wanted = [...subject.accountableIds, ...[...issues.values()].map(({ assigneeId }) => assigneeId)];
      const people = await listPeople(trx, organizationId, wanted);
      const emails = await listEmails(trx, organizationId, wanted);
      const usual = await (quotes ??= listPairQuotes(trx, organizationId));

      const present = ({ id, key, title, url, teamName, statusName, assigneeId }: IssueSummary): AlertMessageIssue => {
        const assignee = people.get(assigneeId ?? '');
        return {
          id,
          key,
          title,
          url,
          teamName,
          statusName,
          assignee: assignee ? { name: assignee.name, email: emails.get(assignee.id) ?? null } : null,
        };
      };
      const named = ends.flatMap(({ blockerIssueId, blockedIssueId }) => {
        const [blocker, blocked] = [issues.get(blockerIssueId), issues.get(blockedIssueId)];
        if (!blocker || !blocked) return [];
        const quote = usual.find((pair) => pair.waitingTeamId === blocked.teamId && pair.blockingTeamId === blocker.teamId);
        const usualMs = quote ? { median: quote.medianMs, p85: quote.p85Ms, waits: quote.waits } : null;
        return [{ blocker: present(blocker), blocked: present(blocked), usualMs }];
      });
      return {
        subject: { kind: subject.kind, id: subject.id, name: subject.name, url: subject.url },
        owners: subject.accountableIds.flatMap((id) => {
          const person = people.get(id);
          return person ? [{ id: person.id, name: person.name, email: emails.get(person.id) ?? null }] : [];
        }),
        ownership: subject.ownership,
        edges: named,
        moreEdges: edges.length - named.length,
      };
    },
  };
}
