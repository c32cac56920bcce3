import { createHash } from "node:crypto";
import type { DrawCellRow } from "../../../src/draws/places/places-sql.ts";
import type { DayPart } from "../../../src/draws/rule/draw-record.ts";
import type { NewDrawWish } from "../../../src/draws/wishes/put-wish.ts";
import { FEW_NAMES, person } from "../people.ts";
import type { Random } from "../random.ts";

/** A wish of somebody, and when they made it. */
export interface InventedWish extends Omit<NewDrawWish, "draw" | "first" | "isConfirmed"> {
  readonly madeAt: Temporal.Instant;
}

interface Wishing {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly people: number;
  /** What there is to wish for */
  readonly cells: readonly DrawCellRow[];
}

const KINDS = [
  ["taxisnet", 75],
  ["email", 18],
  ["phone", 7],
] as const;
const MARKS = { taxisnet: "afm", email: "email", phone: "phone" } as const;
const MOST_DAYS = 4;

/** Invented people in the order in which they come, each with days, parts and offices that there are. Pure. */
export function inventedWishes(random: Random, { opensAt, closesAt, people, cells }: Wishing): InventedWish[] {
  const minutes = Math.floor(opensAt.until(closesAt).total("minutes"));
  const times = Array.from({ length: people }, () => random.whole(1, minutes - 1)).sort((a, b) => a - b);
  return cells.length === 0 || minutes < 2
    ? []
    : times.map((at) => inventedWish(random, cells, opensAt.add({ minutes: at })));
}

function inventedWish(random: Random, cells: readonly DrawCellRow[], madeAt: Temporal.Instant): InventedWish {
  const kind = random.weighted(KINDS);
  const { email, phone, ...who } = person(random, FEW_NAMES);
  const mailbox = email ?? `wish${random.whole(1_000, 99_999)}@example.gr`;
  return {
    madeAt,
    kind,
    marks: [{ mark: MARKS[kind], key: createHash("sha256").update(random.uuid()).digest() }],
    dayParts: daysOf(random, cells),
    offices: shuffled(random, [...new Set(cells.map(({ office }) => office))]),
    others: random.chance(0.6),
    visitor: {
      ...who,
      phone: kind === "phone" ? (phone ?? `+30690000${random.whole(1_000, 9_999)}`) : phone,
      email: kind === "phone" ? null : mailbox,
      interpreter: null,
      needs: [],
      behalf: null,
      matter: null,
      companions: [],
    },
  };
}

function daysOf(random: Random, cells: readonly DrawCellRow[]): DayPart[] {
  const all = new Map(cells.map(({ date, part }) => [`${date} ${part}`, [date.toString(), part] as const]));
  return shuffled(random, [...all.values()]).slice(0, random.whole(1, MOST_DAYS));
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((each) => [random.share(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}
