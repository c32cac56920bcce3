import { presented } from "../appointments/row/present.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { soundKeys, soundWords } from "../platform/text/sound.ts";
import { MAX_SEARCH, type Namesakes } from "./contract.ts";
import { namesakesRows } from "./sql.ts";

const MOST_READINGS = 3;
const MOST_WORDS = 8;

/** Live appointments to come of the very same name, as it sounds; surname and first name may have changed places. */
export async function namesakes(
  tx: Tx,
  office: OperableOffice,
  wish: { readonly lastName: string; readonly firstName: string; readonly except?: string },
  now: Temporal.Instant,
): Promise<Namesakes> {
  const [last, first] = [soundsOf(wish.lastName), soundsOf(wish.firstName)];
  const words = [...last, ...first];
  if (last.length === 0 || first.length === 0 || words.length > MOST_WORDS) return { appointments: [] };
  const rows = await namesakesRows(tx, office.id, { words, except: wish.except ?? null }, now);
  const same = rows.filter((row) => {
    const [theirLast, theirFirst] = [soundsOf(row.last_name), soundsOf(row.first_name)];
    return (
      (soundAlike(last, theirLast) && soundAlike(first, theirFirst)) ||
      (soundAlike(last, theirFirst) && soundAlike(first, theirLast))
    );
  });
  if (same.length > 0)
    await record(tx, office, { act: "namesakes-shown", appointments: same.map(({ id }) => id) }, now);
  return { appointments: same.map((row) => presented(office.code, row)) };
}

/** Each word's readings by sound. */
const soundsOf = (name: string): string[][] =>
  name.length > MAX_SEARCH ? [] : soundWords(name.toWellFormed()).map((word) => soundKeys(word, MOST_READINGS));

const soundAlike = (a: readonly string[][], b: readonly string[][]): boolean =>
  a.length === b.length && a.every((readings, index) => readings.some((sound) => b[index]?.includes(sound)));
