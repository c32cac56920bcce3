import { presented } from "../appointments/row/present.ts";
import { recordLast } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { soundKeys, soundWords } from "../platform/text/sound.ts";
import { MAX_SEARCH, type Namesakes } from "./contract.ts";
import { otherForms } from "./short-names.ts";
import { namesakesRows } from "./sql.ts";

const MOST_READINGS = 3;
const MOST_WORDS = 8;

/**
 * Live appointments to come of the very same name, as it sounds, written together or apart, with the first name in any of
 * its forms; surname and first name may have changed places.
 */
export async function namesakes(
  tx: Tx,
  office: OperableOffice,
  wish: { readonly lastName: string; readonly firstName: string; readonly except?: string },
  now: Temporal.Instant,
): Promise<Namesakes> {
  const [last, first] = [soundsOf(wish.lastName), soundsOf(wish.firstName)];
  const count = last.words.length + first.words.length;
  if (last.words.length === 0 || first.words.length === 0 || count > MOST_WORDS) return { appointments: [] };
  const keys = [...keysOf(last, 0), ...keysOf(first, last.words.length)];
  const rows = await namesakesRows(tx, office.id, { keys, all: 2 ** count - 1, except: wish.except ?? null }, now);
  const isNamedSo = (theirs: { readonly lastName: string; readonly firstName: string }) => {
    const [theirLast, theirFirst] = [soundsOf(theirs.lastName), soundsOf(theirs.firstName)];
    return (
      (soundAlike(last, theirLast) && soundAlike(first, theirFirst)) ||
      (soundAlike(last, theirFirst) && soundAlike(first, theirLast))
    );
  };
  const same = rows.filter(({ last_name, first_name, companions }) =>
    [{ lastName: last_name, firstName: first_name }, ...companions].some(isNamedSo),
  );
  if (same.length > 0)
    await recordLast(tx, office, { act: "namesakes-shown", appointments: same.map(({ id }) => id) }, now);
  return { appointments: same.map((row) => presented(office.code, row)) };
}

interface Sounds {
  /** Each word's readings by sound */
  readonly words: readonly (readonly string[])[];
  /** The readings of all words in one */
  readonly whole: readonly string[];
  /** Of the other forms of a first name */
  readonly others: readonly string[];
}

function soundsOf(name: string): Sounds {
  const words = name.length > MAX_SEARCH ? [] : soundWords(name.toWellFormed());
  const whole = soundKeys(words.join(""), MOST_READINGS);
  return { words: words.map((word) => soundKeys(word, MOST_READINGS)), whole, others: otherForms("", whole) };
}

/** Either each word is there, or all of them in one. */
function keysOf({ words, whole, others }: Sounds, before: number): { bits: number; key: string }[] {
  const bitOf = (index: number) => 2 ** (before + index);
  const all = words.reduce((sum, _, index) => sum + bitOf(index), 0);
  return [
    ...words.flatMap((readings, index) => readings.map((key) => ({ bits: bitOf(index), key }))),
    ...[...whole, ...others].map((key) => ({ bits: all, key })),
  ];
}

const soundAlike = (a: Sounds, b: Sounds): boolean =>
  [...a.whole, ...a.others].some((sound) => b.whole.includes(sound)) ||
  (a.words.length === b.words.length &&
    a.words.every((readings, index) => readings.some((sound) => b.words[index]?.includes(sound))));
