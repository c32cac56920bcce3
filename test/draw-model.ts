import { createHash } from "node:crypto";
import type { Allotment, DrawEvent, DrawWish } from "../src/draws/rule/draw-record.ts";
import type { Market } from "./random-draws.ts";

/** The published rule once more, by somebody who has only read it: slow, and place by place. */
export function playedByHand(
  { draw, secret, auditHead, bounds, places, wishes }: Market,
  events: readonly DrawEvent[],
): {
  readonly order: readonly string[];
  readonly allotments: readonly Allotment[];
  readonly passed: readonly Allotment[];
} {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const fingerprints = wishes.map((wish) => {
    const when = wish.dayParts.map(([date, part]) => `${date} ${part}`).join(",");
    const rest = wish.others ? "others" : "none";
    const lines = [draw, wish.number, wish.kind, wish.units, when, wish.offices.join(","), wish.first, rest, wish.salt];
    return `${wish.number} ${hash(`visits draw wish 1\n${lines.join("\n")}\n`)}`;
  });
  const list = hash(`visits draw list 1\n${draw}\n${fingerprints.sort().join("\n")}\n`);
  const seed = hash(`visits draw seed 1\n${secret}\n${list}\n${auditHead}\n`);
  const lot = ({ number }: DrawWish) => hash(`visits draw lot 1\n${seed}\n${number}\n`);
  const inOrder = [...wishes].sort((a, b) => lot(a).localeCompare(lot(b), "en"));

  const all: Place[] = places.flatMap(({ runs, ...cell }) => {
    let at = 0;
    return runs.flatMap((length, run) =>
      Array.from({ length }, () => ({ ...cell, run, at: at++, owner: null, hasVanished: false })),
    );
  });
  const gone = new Set<string>();
  let isOpen = false;
  const free = () => all.filter(isFree);
  const vanish = (places: readonly Place[]) => {
    for (const place of places) place.hasVanished = true;
  };
  const takenFrom = (number: string) => {
    const had = all.filter(({ owner }) => owner?.number === number);
    for (const place of had) place.owner = null;
    return had;
  };
  const happens = (event: DrawEvent) => {
    if (event.what === "gave-back" || event.what === "left") gone.add(event.number);
    if (event.what === "gave-back") takenFrom(event.number);
    if (event.what === "lost") vanish(takenFrom(event.number));
    if (event.what === "closed") vanish(free().filter((place) => isThat(place, event)));
    if (event.what === "opened") isOpen = true;
    if (event.what === "opened") vanish(free());
  };
  const still = () => inOrder.filter((wish) => !gone.has(wish.number) && !all.some(({ owner }) => owner === wish));
  const round = () => still().flatMap((wish) => given(wish, all, bounds));
  return {
    order: inOrder.map(({ number }) => number),
    allotments: round(),
    passed: events.flatMap((event) => {
      happens(event);
      const got = round();
      if (isOpen) vanish(free());
      return got;
    }),
  };
}

const isFree = ({ owner, hasVanished }: Place): boolean => owner === null && !hasVanished;

const isThat = (place: Place, { office, date, part, at }: Pick<Place, "office" | "date" | "part" | "at">): boolean =>
  place.office === office && place.date === date && place.part === part && place.at === at;

interface Place {
  readonly office: string;
  readonly date: string;
  readonly part: number;
  readonly run: number;
  readonly at: number;
  owner: DrawWish | null;
  hasVanished: boolean;
}

function given(wish: DrawWish, all: readonly Place[], bounds: Market["bounds"]): Allotment[] {
  const ofKind = all.filter(({ owner }) => owner?.kind === wish.kind).length;
  if (ofKind + wish.units > (bounds[wish.kind as keyof typeof bounds] ?? 1_000)) return [];
  const [best] = all
    .flatMap((place) => {
      const rank = rankOf(place, wish);
      return rank && together(place, wish, all).length === wish.units ? [{ place, rank }] : [];
    })
    .sort((a, b) => a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((by) => by !== 0) ?? 0);
  if (!best) return [];
  for (const place of together(best.place, wish, all)) place.owner = wish;
  const { office, date, part, at } = best.place;
  const { when, where } = preference(best.place, wish);
  const by = wish.first === "day" ? when * wish.offices.length + where : where * wish.dayParts.length + when;
  return [{ number: wish.number, office, date, part, at, choice: when === -1 ? null : by + 1 }];
}

const preference = ({ office, date, part }: Place, wish: DrawWish) => ({
  where: wish.offices.indexOf(office),
  when: wish.dayParts.findIndex((dayPart) => dayPart[0] === date && dayPart[1] === part),
});

/** The lower, the better, compared one value after the other; what was not wished for comes behind, the earliest first. */
function rankOf(place: Place, wish: DrawWish): number[] | null {
  const { where, when } = preference(place, wish);
  if (where === -1 || (when === -1 && !wish.others)) return null;
  const day = when === -1 ? Number(place.date.replaceAll("-", "")) * 10 + place.part : when;
  return [when === -1 ? 1 : 0, ...(wish.first === "day" ? [day, where] : [where, day]), place.at];
}

/** Those that it would take which begin there and are free. */
const together = ({ office, date, part, run, at }: Place, { units }: DrawWish, all: readonly Place[]): Place[] =>
  all
    .filter((other) => other.office === office && other.date === date && other.part === part && other.run === run)
    .filter((other) => other.at >= at && other.at < at + units && isFree(other));
