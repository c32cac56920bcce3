import type { DrawRecord } from "./draw-record.ts";
import { fingerprintOf } from "./hashes.ts";

/** What a published draw says of one wish. */
export interface WishFate {
  readonly number: string;
  readonly fate: "drawn" | "waits" | "gave-back" | "left";
  /** In the drawn order, from 1 on; null: the order that was published lacks it */
  readonly place: number | null;
  /** As the page of a wish shows it: enough to compare by eye */
  readonly fingerprint: string;
}

/** Browser-safe. @param typed as people write it: Κ 4817. @returns null where no wish of the draw has that number */
export async function findWish(record: DrawRecord, typed: string): Promise<WishFate | null> {
  const number = typed.replaceAll(/\D/g, "");
  const wish = record.wishes.find((each) => each.number === number);
  if (!wish) return null;
  const hash = await fingerprintOf(record.draw, wish);
  const place = record.order.indexOf(number) + 1;
  return {
    number,
    fate: fateOf(record, number),
    place: place === 0 ? null : place,
    fingerprint: (hash.slice(0, 16).match(/.{4}/g) ?? []).join(" "),
  };
}

function fateOf({ allotments, passed, events }: DrawRecord, number: string): WishFate["fate"] {
  const own = events.filter((event) => "number" in event && event.number === number).map(({ what }) => what);
  const last = own.at(-1);
  if (last === "gave-back" || last === "left") return last;
  const given = [...allotments, ...passed].filter((allotment) => allotment.number === number);
  return given.length > own.length ? "drawn" : "waits";
}
