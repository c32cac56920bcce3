import { citizenOf } from "../../appointments/field/columns.ts";
import { MOST_PEOPLE } from "../../appointments/field/visit-services.ts";
import { detailColumns } from "../../appointments/row/details.ts";
import { record } from "../../audit/record.ts";
import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../../platform/refusal.ts";
import type { TelephoneWish, WishWritten } from "../contract.ts";
import { drawOf } from "../draw-sql.ts";
import { codesOf } from "../run/codes-sql.ts";
import { putDrawWish } from "../wishes/put-wish.ts";

interface Writing {
  readonly number: number;
  /** Of a telephone, by which whoever calls is known again */
  keyOf(phone: string): Buffer;
  readonly now: Temporal.Instant;
}

/**
 * A wish that a clerk writes down for whoever calls: a telephone is their identity, and the office calls them after the draw. It
 * counts at once.
 * @throws Refusal 404 where the office gives nothing to that draw; 409 `draw-no-telephone`; 422 at the fields, or as `putDrawWish`
 */
export async function writeTelephoneWish(
  tx: Tx,
  office: OperableOffice,
  { people, dayParts, offices, first, others, ...person }: TelephoneWish,
  { number, keyOf, now }: Writing,
): Promise<WishWritten> {
  const draw = await drawOf(tx, number);
  if (!draw?.offices.includes(office.id)) throw new Refusal(404, "draw-unknown");
  if (draw.phonePercent === 0) throw new Refusal(409, "draw-no-telephone");
  refuseFields(peopleErrors(people, person.phone));
  const companions = Array.from({ length: people - 1 }, () => ({ services: [draw.service] }));
  const details = detailColumns({ ...person, service: draw.service, companions });
  const ids = new Map([...(await codesOf(tx))].map(([id, code]) => [code, id]));
  const wish = await putDrawWish(
    tx,
    await officeOfCitizen(tx, office.id),
    {
      draw: number,
      dayParts: dayParts.map(({ date, part }) => [date, part] as const),
      first,
      others,
      kind: "phone",
      isConfirmed: true,
      // One that there is not is refused at its field as one that is not in the draw.
      offices: offices.map((code) => ids.get(code) ?? 0),
      marks: [{ mark: "phone", key: keyOf(details.phone as string) }],
      visitor: citizenOf(details),
    },
    now,
  );
  const told = { draw: number, wish: wish.number };
  await record(tx, office, { act: "draw-wish-written", details: told, appointments: [wish.visit] }, now);
  return { draw: number, number: wish.number };
}

function peopleErrors(people: number, phone: string): FieldError[] {
  const isWithin = Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE;
  const values = { min: 1, max: MOST_PEOPLE };
  return [
    ...(isWithin ? [] : [{ field: "people", code: "number-out-of-range", values }]),
    ...(phone.trim() === "" ? [{ field: "phone", code: "field-required" }] : []),
  ];
}
