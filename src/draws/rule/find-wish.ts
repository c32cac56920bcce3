import { isWithheld, type PublishedRecord } from "./draw-record.ts";
import { fingerprintOf } from "./hashes.ts";

/** What a published draw says of one wish. */
export interface WishFate {
  readonly number: string;
  /** Without wishes the file tells only who has a place now, and of all others that they wait */
  readonly fate: "drawn" | "waits" | "gave-back" | "left";
  /** In the drawn order, from 1 on; null: the order that was published lacks it */
  readonly place: number | null;
  /** As the page of a wish shows it: enough to compare by eye */
  readonly fingerprint: string;
}

/** Browser-safe. @param typed as people write it: Κ 4817. @returns null where no wish of the draw has that number */
export async function findWish(record: PublishedRecord, typed: string): Promise<WishFate | null> {
  const number = typed.replaceAll(/\D/g, "");
  const hash = await hashOf(record, number);
  if (hash === undefined) return null;
  const place = record.order.indexOf(number) + 1;
  return {
    number,
    fate: fateOf(record, number),
    place: place === 0 ? null : place,
    fingerprint: (hash.slice(0, 16).match(/.{4}/g) ?? []).join(" "),
  };
}

async function hashOf(record: PublishedRecord, number: string): Promise<string | undefined> {
  if (isWithheld(record)) return record.hashes.find(([of]) => of === number)?.[1];
  const wish = record.wishes.find((each) => each.number === number);
  return wish && fingerprintOf(record.draw, wish);
}

function fateOf(record: PublishedRecord, number: string): WishFate["fate"] {
  if (isWithheld(record)) return record.held.includes(number) ? "drawn" : "waits";
  const { allotments, passed, events } = record;
  const own = events.filter((event) => "number" in event && event.number === number).map(({ what }) => what);
  const last = own.at(-1);
  if (last === "gave-back" || last === "left") return last;
  const given = [...allotments, ...passed].filter((allotment) => allotment.number === number);
  return given.length > own.length ? "drawn" : "waits";
}
