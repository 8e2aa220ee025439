/**
 * What begins and ends of one issue at one instant, in one number that sorts by time: milliseconds since the epoch × 256 + code.
 * The code has a digit of three for each track (it ends, stays, begins) and says whether the issue was completed.
 */
export type PlayEvent = number;

/** Is the issue waiting on another team; in play and not waiting; started and not waiting; in play with an open blocker of its own team. */
export const playTracks = ['waiting', 'moving', 'working', 'inside'] as const;

const codes = 256;
const completedCode = 3 ** playTracks.length;
/** By code: by how much each track changes. */
export const trackChanges: readonly Int8Array[] = Array.from({ length: completedCode * 2 }, (_, code) =>
  Int8Array.from(playTracks, (_track, place) => (Math.floor(code / 3 ** place) % 3) - 1),
);
/** The code of an event that changes nothing. */
export const stillCode = 1 + 3 + 9 + 27;
/** What a track's beginning adds to the code; its end takes it away. */
export const trackWeights = [1, 3, 9, 27] as const;

export function makePlayEvent(at: number, code: number, isCompleted: boolean): PlayEvent {
  return at * codes + code + (isCompleted ? completedCode : 0);
}

export function instantOfPlay(event: PlayEvent): number {
  return Math.floor(event / codes);
}

export function codeOfPlay(event: PlayEvent): number {
  return event - Math.floor(event / codes) * codes;
}

export function isCompletion(code: number): boolean {
  return code >= completedCode;
}
