import type { TeamTally } from './team-tally.ts';

/** What all teams that share a wait have in common. A change of it begins new rows. */
export interface ShareContext {
  readonly waitingTeam: number;
  /** Code of `waitPhases`. */
  readonly phase: number;
  /** How many teams share the wait. */
  readonly sharers: number;
}

export type EmitShare = (team: number, detail: number, from: number, to: number, context: ShareContext) => void;

/** Turns "from this instant on these teams share the wait" into one row per team and maximal unchanged interval. */
export interface ShareRows {
  /** The teams of `tally` share it, without `except`. `detailOf`: what else, of a team alone, begins a new row. `onOpen` is told each team whose row begins now. */
  update(
    instant: number,
    tally: TeamTally,
    except: number,
    context: ShareContext,
    detailOf: (team: number) => number,
    onOpen?: (team: number) => void,
  ): void;
  closeAll(instant: number): void;
  isOpen(team: number): boolean;
}

const noContext: ShareContext = { waitingTeam: -1, phase: -1, sharers: 0 };

export function makeShareRows(teamCount: number, emit: EmitShare): ShareRows {
  const isRowOpen = new Uint8Array(teamCount);
  const from = new Float64Array(teamCount);
  const detail = new Int32Array(teamCount);
  const wantedAt = new Int32Array(teamCount);
  const openTeams = new Int32Array(teamCount);
  let openCount = 0;
  let updateNo = 0;
  let context = noContext;

  const close = (place: number, instant: number): void => {
    const team = openTeams[place]!;
    openTeams[place] = openTeams[--openCount]!;
    isRowOpen[team] = 0;
    emit(team, detail[team]!, from[team]!, instant, context);
  };
  const closeAll = (instant: number): void => {
    for (let place = openCount - 1; place >= 0; place--) close(place, instant);
  };

  return {
    closeAll,
    isOpen: (team) => isRowOpen[team] === 1,
    update(instant, { teams, size }, except, current, detailOf, onOpen) {
      if (!isSameContext(context, current)) closeAll(instant);
      updateNo++;
      for (let k = 0; k < size; k++) if (teams[k] !== except) wantedAt[teams[k]!] = updateNo;
      for (let place = openCount - 1; place >= 0; place--) {
        const team = openTeams[place]!;
        if (wantedAt[team] !== updateNo || detailOf(team) !== detail[team]) close(place, instant);
      }
      context = current;
      for (let k = 0; k < size; k++) {
        const team = teams[k]!;
        if (team === except || isRowOpen[team] === 1) continue;
        isRowOpen[team] = 1;
        from[team] = instant;
        detail[team] = detailOf(team);
        openTeams[openCount++] = team;
        onOpen?.(team);
      }
    },
  };
}

function isSameContext(a: ShareContext, b: ShareContext): boolean {
  return a.waitingTeam === b.waitingTeam && a.phase === b.phase && a.sharers === b.sharers;
}
