/** Ids that look like Linear's, the same for the same seed, kind and place. */
export function makeIds(seed: number): (kind: string, place: number) => string {
  return (kind, place) => {
    const root = mix(hashText(kind) ^ Math.imul(seed + 1, 0x9e3779b1));
    return formatId([0, 1, 2, 3].map((lane) => mix(place ^ mix(root + Math.imul(lane, 0x85ebca6b)))));
  };
}

/** The id of something that lives inside another record and is not stored with one. */
export function deriveId(ownerId: string, kind: string, place: number): string {
  const root = mix(hashText(kind) ^ Number.parseInt(ownerId.slice(24, 32), 16));
  const tail = [0, 1].map((lane) => mix(place ^ mix(root + Math.imul(lane + 1, 0x85ebca6b))));
  const own = ownerId.slice(0, 19);
  return `${own}8${toHex(tail[0] as number).slice(1, 4)}-${own.slice(0, 4)}${toHex(tail[1] as number)}`;
}

function formatId(lanes: number[]): string {
  const hex = lanes.map(toHex).join('');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
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

function toHex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
