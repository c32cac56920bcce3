/** Chance that repeats: the same words give the same course (mulberry32, seeded by FNV-1a). */
export interface Random {
  /** 0 ≤ x < 1 */
  share(): number;
  /** min ≤ n ≤ max */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the entries, by their weights */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  uuid(): string;
}

export function randomOf(...words: readonly (string | number)[]): Random {
  const share = mulberry32(fnv1a(words.join("/")));
  const whole = (min: number, max: number) => min + Math.floor(share() * (max - min + 1));
  return {
    share,
    whole,
    chance: (probability) => share() < probability,
    pick: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
    weighted: (entries) => weighted(entries, share()),
    uuid: () => uuidOf(() => whole(0, 255)),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function weighted<T>(entries: readonly (readonly [T, number])[], share: number): T {
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const found = entries.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? (entries.at(-1) as readonly [T, number]))[0];
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A random uuid made into version 7: begun at that epoch minute, as those of the program are. */
export function uuidSince(minute: number, uuid: string): string {
  const hex = (minute * 60_000).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${uuid.slice(15)}`;
}

/** Version 4 of RFC 9562. */
function uuidOf(byte: () => number): string {
  let hex = "";
  for (let at = 0; at < 16; at += 1) hex += HEX[marked(at, byte())];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function marked(at: number, byte: number): number {
  if (at === 6) return (byte & 0x0f) | 0x40;
  return at === 8 ? (byte & 0x3f) | 0x80 : byte;
}
