import { type ReadDiary, readDiary } from "../../../src/diary/read-diary.ts";
import type { ReadRow } from "../../../src/diary/read-row.ts";
import { underItsDay } from "../../../src/diary/ui/file/sheets.ts";
import { fold } from "../../../src/platform/text/fold.ts";
import { normalizePhone } from "../../../src/platform/text/phone.ts";
import type { Planted, Shape } from "./shape.ts";

/**
 * What became of whoever is in a diary. `right`: it would be booked as it is meant. `marked`: a person is asked, and sees
 * the name. `changed`: it would be booked otherwise, or although it was cancelled. `lost`: it is nowhere. `invented`:
 * somebody would be booked who is not in it. `unseen`: a stray cell that is shown nowhere.
 */
export interface Score {
  readonly right: readonly string[];
  readonly marked: readonly string[];
  readonly changed: readonly string[];
  readonly lost: readonly string[];
  readonly invented: readonly string[];
  readonly unseen: readonly string[];
}

export function scoreOf({ people, strays = [] }: Shape, diary: Pick<ReadDiary, "rows" | "unread"> | null): Score {
  const rows = diary?.rows ?? [];
  const shown = (diary?.unread ?? []).map(({ text }) => fold(text));
  const clean = rows.filter(isClean);
  const asked = rows.filter((row) => !isClean(row)).map(({ cells }) => fold(cells.join(" ")));
  const fates = people.map((person) => ({ person, fate: fateOf(person, clean, [...asked, ...shown]) }));
  const of = (fate: string) => fates.flatMap((each) => (each.fate === fate ? [each.person.name] : []));
  const known = people.map(({ name }) => surnameOf(name));
  return {
    right: of("right"),
    marked: of("marked"),
    changed: of("changed"),
    lost: diary ? of("lost") : [],
    invented: clean
      .map(({ lastName }) => fold(lastName))
      .filter((name) => !known.some((surname) => name.includes(surname))),
    unseen: strays.filter((stray) => ![...shown, ...asked].some((text) => text.includes(fold(stray)))),
  };
}

const isClean = ({ errors, doubts }: ReadRow): boolean => errors.length + doubts.length === 0;
const surnameOf = (name: string): string => fold(name.split(" ")[0] ?? "");

function fateOf(person: Planted, clean: readonly ReadRow[], asked: readonly string[]): string {
  const surname = surnameOf(person.name);
  const own = clean.filter(({ lastName, firstName }) => fold(`${lastName} ${firstName}`).includes(surname));
  const at = own.filter(({ date, time }) => `${date} ${time}` === person.when);
  if (!person.asks && at.some((row) => isRight(row, person))) return "right";
  if (own.length > 0 && (person.isCancelled || at.length > 0 || !person.asks)) return "changed";
  const parts = [surname, surname.replace(/^ΧΑΤΖΗ/, "")];
  return asked.some((text) => parts.some((part) => text.includes(part))) ? "marked" : "lost";
}

function isRight(row: ReadRow, { name, phone, service }: Planted): boolean {
  const found = normalizePhone(row.phone ?? "");
  const digits = "e164" in found ? found.e164.replace("+30", "") : (row.phone ?? "");
  const isNamed = fold(`${row.lastName} ${row.firstName}`) === fold(name);
  return isNamed && digits === phone && (service === null || row.service === service);
}

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
export const CORPUS_TODAY = Temporal.PlainDate.from("2026-11-24");
export const CORPUS_OFFICE = {
  services: [
    { code: "signature", name: "Βεβαίωση γνησίου υπογραφής", shortName: "Γνήσιο υπογραφής" },
    { code: "copies", name: "Επικύρωση αντιγράφων", shortName: "Αντίγραφα" },
  ],
  queues: [],
};

/** With a usual service, so that nobody is asked for that alone. */
export const readShape = ({ text, sheet = "" }: Pick<Shape, "text" | "sheet">): Promise<ReadDiary> =>
  readDiary(
    { text: underItsDay({ name: sheet, text }, CORPUS_TODAY), service: "copies", queue: null },
    CORPUS_OFFICE,
    NOW,
  );
