import type { Migration } from 'kysely/migration';
import * as roles from './0001-roles.ts';
import * as systemTables from './0002-system-tables.ts';
import * as factTables from './0003-fact-tables.ts';
import * as derivedTables from './0004-derived-tables.ts';
import * as syncIndexes from './0005-sync-indexes.ts';
import * as treatments from './0006-treatments.ts';
import * as pairQuotes from './0007-pair-quotes.ts';
import * as monthSums from './0008-month-sums.ts';
import * as startedSpans from './0009-started-spans.ts';
import * as initiativeCourses from './0010-initiative-courses.ts';
import * as workingTime from './0011-working-time.ts';
import * as accountability from './0012-accountability.ts';
import * as mappedTrackers from './0013-mapped-trackers.ts';
import * as packedEvidence from './0014-packed-evidence.ts';
import * as initiativePlay from './0015-initiative-play.ts';
import * as factsBefore from './0016-facts-before.ts';
import * as identities from './0017-identities.ts';
import * as summedWindows from './0019-summed-windows.ts';
import * as newcomers from './0020-newcomers.ts';
import * as mentions from './0021-mentions.ts';
import * as flaggedTime from './0022-flagged-time.ts';
import * as rolesAndAudit from './0023-roles-and-audit.ts';
import * as accounts from './0024-accounts.ts';
import * as liveConnections from './0026-live-connections.ts';
import * as alerts from './0028-alerts.ts';
import * as alertDeliveries from './0029-alert-deliveries.ts';

/** In the order of their names. A migration that has been released is never edited: add one. */
export const migrations: Record<string, Migration> = {
  '0001-roles': roles,
  '0002-system-tables': systemTables,
  '0003-fact-tables': factTables,
  '0004-derived-tables': derivedTables,
  '0005-sync-indexes': syncIndexes,
  '0006-treatments': treatments,
  '0007-pair-quotes': pairQuotes,
  '0008-month-sums': monthSums,
  '0009-started-spans': startedSpans,
  '0010-initiative-courses': initiativeCourses,
  '0011-working-time': workingTime,
  '0012-accountability': accountability,
  '0013-mapped-trackers': mappedTrackers,
  '0014-packed-evidence': packedEvidence,
  '0015-initiative-play': initiativePlay,
  '0016-facts-before': factsBefore,
  '0017-identities': identities,
  '0019-summed-windows': summedWindows,
  '0020-newcomers': newcomers,
  '0021-mentions': mentions,
  '0022-flagged-time': flaggedTime,
  '0023-roles-and-audit': rolesAndAudit,
  '0024-accounts': accounts,
  '0026-live-connections': liveConnections,
  '0028-alerts': alerts,
  '0029-alert-deliveries': alertDeliveries,
};
