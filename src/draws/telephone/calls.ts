import type { OperableOffice } from "../../identity/office-access.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, offsetText } from "../../platform/time.ts";
import type { TelephoneCall, TelephoneCalls } from "../contract.ts";
import { drawOf } from "../draw-sql.ts";
import { placesOfDraw } from "../places/places-sql.ts";
import { officesNamed } from "../places/results-of-office-sql.ts";
import type { ResultRow } from "../run/results-sql.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";
import { wishOfNumber } from "../wishes/wish-sql.ts";
import { wishState } from "../wishes/wish-state.ts";
import { type TelephoneCallRow, telephoneCallsOf } from "./calls-sql.ts";

type Reading = Pick<Database, "read">;

/**
 * Whom the office calls after a draw: those whose wish a clerk of it wrote down, with what they got.
 * @throws Refusal 404 `draw-unknown`; 409 `draw-not-drawn`
 */
export async function telephoneCalls(
  db: Reading,
  office: OperableOffice,
  number: number,
  now: Temporal.Instant,
): Promise<TelephoneCalls> {
  const own = { office: office.id };
  const standing = await db.read(own, async (tx) => {
    const draw = await drawOf(tx, number);
    if (!draw) throw new Refusal(404, "draw-unknown");
    if (draw.state !== "drawn") throw new Refusal(409, "draw-not-drawn");
    const rows = await telephoneCallsOf(tx, office.id, number);
    return Promise.all(
      rows.map(async (row) => ({ row, ...(await wishState(tx, { office: office.id, visit: row.id }, now)) })),
    );
  });
  const times = await timesOf(db, number, standing);
  const offices = await db.read(own, (tx) => officesNamed(tx, [...new Set(standing.flatMap(officeOf))]));
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return { draw: number, calls: standing.map((one) => callOf(one, { times, names })) };
}

interface Standing {
  readonly row: TelephoneCallRow;
  readonly stands: string;
  readonly result: ResultRow | null;
}

const officeOf = ({ result }: Standing): number[] => (result ? [result.office] : []);

/** When each place is that was given, by the row that holds it: in the scope of the office that has it. */
async function timesOf(db: Reading, draw: number, standing: readonly Standing[]): Promise<ReadonlyMap<string, string>> {
  const times = new Map<string, string>();
  for (const office of new Set(standing.flatMap(officeOf)))
    for (const { hold, startsAt } of await db.read({ office }, (tx) => placesOfDraw(tx, office, draw)))
      if (!times.has(hold)) times.set(hold, clockTextOf(startsAt));
  return times;
}

interface CallFacts {
  readonly times: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<number, string>;
}

function callOf({ row, stands, result }: Standing, { times, names }: CallFacts): TelephoneCall {
  const hasPlace = stands === "drawn" || stands === "coming";
  return {
    ...row,
    stands: stands as TelephoneCall["stands"],
    place:
      result && hasPlace
        ? {
            office: names.get(result.office) ?? "",
            date: result.date.toString(),
            part: result.part,
            time: times.get(result.hold) ?? null,
            until: offsetText(result.until),
          }
        : null,
  };
}

/** Where a wish stands that a clerk of this office wrote down. @throws Refusal 404 for another's, and alike for one that there is not */
export async function telephoneWishAt(
  db: Reading,
  office: OperableOffice,
  { draw, wish: number }: { readonly draw: number; readonly wish: string },
): Promise<DrawWishAt> {
  const wish = await db.read({ office: office.id }, (tx) => wishOfNumber(tx, draw, number));
  if (wish?.office !== office.id || wish.kind !== "phone") throw new Refusal(404, "draw-wish-over");
  return { office: office.id, visit: wish.visit };
}
