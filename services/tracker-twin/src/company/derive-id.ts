const LANES = [0, 1, 2, 3].map((lane) => Math.imul(lane, 0x85ebca6b));
const scratch = Buffer.alloc(16);

/** Ids that look like Linear's, the same for the same seed, kind and place. */
export function makeIds(seed: number): (kind: string, place: number) => string {
  const seeded = Math.imul(seed + 1, 0x9e3779b1);
  const keys = new Map<string, number[]>();
  return (kind, place) => {
    let key = keys.get(kind);
    if (!key) {
      const root = mix(hashText(kind) ^ seeded);
      key = LANES.map((lane) => mix(root + lane));
      keys.set(kind, key);
    }
    return formatId(key, place);
  };
}

/** The id of something that lives inside another record and is not stored with one. */
export function deriveId(ownerId: string, kind: string, place: number): string {
  const root = mix(hashText(kind) ^ hashText(ownerId));
  return formatId(
    LANES.map((lane) => mix(root + lane)),
    place,
  );
}

/** Each lane is a bijection of the place, so places of one key never share an id. */
function formatId(key: readonly number[], place: number): string {
  for (let lane = 0; lane < LANES.length; lane += 1) {
    scratch.writeUInt32BE(mix(place ^ (key[lane] ?? 0)), lane * 4);
  }
  scratch.writeUInt8(((scratch[6] ?? 0) & 0x0f) | 0x40, 6);
  scratch.writeUInt8(((scratch[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = scratch.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}

/** A bijection of 32-bit numbers: different places never share an id. */
export function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
