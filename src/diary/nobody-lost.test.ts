import fc from "fast-check";
import { expect, test } from "vitest";
import { readShape, scoreOf } from "../../test/diaries/corpus/score.ts";
import { cells, type Planted, who } from "../../test/diaries/corpus/shape.ts";
import { cellNumber } from "./matrix/row-label.ts";

/** Diaries of many layouts, with people, words of nobody and cells out of place in them. */

const FIRST = ["Άλκης", "Ζωή", "Εύα", "Ρήγας", "Ανθή", "Πέτρος"];
const STEMS = ["Ζάβρ", "Κριν", "Μυρτι", "Δαφν", "Ροδιν", "Ελάτ", "Στάμ", "Πλατάν"];
const STRAYS = ["βλ. πίσω", "τόνερ", "2ος όροφος", "Σούλα", "694 411", "κλειδιά", "αύριο;", "x3"];
const TIMES = ["9:00", "9.15", "09:30", "9 και 45", "10", "12:15", "1:30"];
const READ_AS = ["09:00", "09:15", "09:30", "09:45", "10:00", "12:15", "13:30"];
const LAYOUTS = [
  "heads",
  "no heads",
  "blocks",
  "blocks without heads",
  "days across",
  "days with telephones",
  "words",
] as const;

interface Visit {
  readonly time: number;
  readonly name: string;
  readonly phone: string;
}

/** Of every place of the diary: whoever has it, each with a surname of their own */
const visit = (at: number) =>
  fc
    .record({
      isFree: fc.boolean(),
      first: fc.constantFrom(...FIRST),
      phone: fc.boolean(),
    })
    .map(({ isFree, first, phone }): Omit<Visit, "time"> | null => {
      const name = `${STEMS[at % STEMS.length]}${"αεηιου"[Math.floor(at / STEMS.length)] ?? "ω"}ς ${first}`;
      return isFree ? null : { name, phone: phone ? `69441234${String(at).padStart(2, "0")}` : "" };
    });

const diary = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  left: fc.tuple(...TIMES.map((_, at) => visit(at))),
  right: fc.tuple(...TIMES.map((_, at) => visit(at + TIMES.length))),
  strays: fc.array(fc.record({ line: fc.nat(10), column: fc.nat(9), text: fc.constantFrom(...STRAYS) }), {
    maxLength: 3,
  }),
});

interface Sheet {
  readonly lines: readonly (readonly string[])[];
  readonly people: readonly Planted[];
}

const HEAD = ["Ώρα", "Ονοματεπώνυμο", "Τηλέφωνο"];
const [MONDAY, TUESDAY] = ["Δευτέρα 7/12/2026", "Τρίτη 8/12/2026"];

type Side = readonly (Omit<Visit, "time"> | null)[];

const planted = (day: string, side: Side): Planted[] =>
  side.flatMap((each, at) => (each ? [who(`${day} ${READ_AS[at]}`, each.name, { phone: each.phone })] : []));

function sheetOf(layout: (typeof LAYOUTS)[number], left: Side, right: Side): Sheet {
  const cellsOf = (each: Side[number]) => [each?.name ?? "", each?.phone ?? ""];
  const rows = TIMES.map((time, at) => ({ time, one: cellsOf(left[at] ?? null), two: cellsOf(right[at] ?? null) }));
  const both = [...planted("07", left), ...planted("08", right)];
  if (layout === "heads" || layout === "no heads") {
    const lines = rows.map(({ time, one }) => [time, ...one]);
    return { lines: [[MONDAY], ...(layout === "heads" ? [HEAD] : []), ...lines], people: planted("07", left) };
  }
  if (layout === "words") {
    const lines = rows.map(({ time, one }) => [[time, ...one].filter(Boolean).join(" - ")]);
    return { lines: [[MONDAY], ...lines], people: planted("07", left) };
  }
  if (layout === "days across") {
    const lines = rows.map(({ time, one, two }) => [time, one.join(" ").trim(), two.join(" ").trim()]);
    return { lines: [["Ώρα", MONDAY, TUESDAY], ...lines], people: both };
  }
  if (layout === "days with telephones")
    return {
      lines: [["Ώρα", MONDAY, "Τηλ", TUESDAY, "Τηλ"], ...rows.map(({ time, one, two }) => [time, ...one, ...two])],
      people: both,
    };
  const lines = rows.map(({ time, one, two }) => [time, ...one, "", time, ...two]);
  const heads = layout === "blocks" ? [[...HEAD, "", ...HEAD]] : [];
  return { lines: [[MONDAY, "", "", "", TUESDAY], ...heads, ...lines], people: both };
}

function withStrays(lines: Sheet["lines"], strays: readonly { line: number; column: number; text: string }[]) {
  const sheet = lines.map((line) => [...line]);
  const placed = strays.flatMap(({ line, column, text }) => {
    const own = sheet[line];
    if (!own || own[column]) return [];
    while (own.length <= column) own.push("");
    own[column] = text;
    return [text];
  });
  return { sheet, placed };
}

const texts = (lines: readonly (readonly string[])[]) =>
  lines.flatMap((line, at) =>
    line.flatMap((text, column) => (/[\p{L}\d]/u.test(text) ? [{ id: cellNumber(at + 1, column), text }] : [])),
  );

test("everybody in a diary is in a row or in a counted doubt, and whoever would be booked is as written", async () => {
  await fc.assert(
    fc.asyncProperty(diary, async ({ layout, left, right, strays }) => {
      fc.pre(left.filter(Boolean).length > 1 && (left[0] !== null || right[0] !== null));
      const { lines, people } = sheetOf(layout, left, right);
      const { sheet, placed } = layout === "words" ? { sheet: lines, placed: [] } : withStrays(lines, strays);
      const shape = { name: layout, text: cells(...sheet), people, strays: placed };
      const read = await readShape(shape);
      const { changed, lost } = scoreOf(shape, read);
      expect({ changed, lost }).toEqual({ changed: [], lost: [] });

      const seen = new Set([
        ...read.headings,
        ...read.rows.flatMap(({ sources }) => sources),
        ...read.unread.map(({ id }) => id),
      ]);
      expect(texts(sheet).filter(({ id }) => !seen.has(id))).toEqual([]);
      // In no row and no heading at once: a person would be taken for a title.
      expect(read.unread.filter(({ id }) => read.headings.has(id))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("with no word of nobody in it, every layout is read whole", async () => {
  await fc.assert(
    fc.asyncProperty(diary, async ({ layout, left, right }) => {
      fc.pre(left.filter(Boolean).length > 2 && right.filter(Boolean).length > 2);
      const { lines, people } = sheetOf(layout, left, right);
      const shape = { name: layout, text: cells(...lines), people };
      const read = await readShape(shape);
      expect([layout, scoreOf(shape, read).right.length, read.unread]).toEqual([layout, people.length, []]);
    }),
    { numRuns: 200 },
  );
});
