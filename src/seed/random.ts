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
    uuid: () => uuidOf(Array.from({ length: 16 }, () => whole(0, 255))),
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

/** Version 4 of RFC 9562. */
function uuidOf(bytes: readonly number[]): string {
  const hex = bytes
    .with(6, ((bytes[6] ?? 0) & 0x0f) | 0x40)
    .with(8, ((bytes[8] ?? 0) & 0x3f) | 0x80)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
