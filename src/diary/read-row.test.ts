import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Correction } from "./contract.ts";
import { linesOf } from "./layout/read-lines.ts";
import { sectionsOf } from "./layout/sections.ts";
import { readRows } from "./read-row.ts";

const TODAY = Temporal.PlainDate.from("2026-11-24");
const SIGNATURE = { code: "signature", name: "Γνήσιο υπογραφής", shortName: "Γνήσιο" };

async function read(text: string, corrections: Record<string, Correction> = {}) {
  const [{ columns, body } = { columns: [], body: [] }] = sectionsOf(linesOf(text), TODAY).sections;
  const { rows } = await readRows(body, {
    columns,
    corrections,
    today: TODAY,
    services: [SIGNATURE],
    usualService: "signature",
  });
  return rows.map((row) => ({ ...row, date: row.date?.toString() ?? null, codes: row.errors.map(({ code }) => code) }));
}
const datesOf = async (text: string, corrections: Record<string, Correction> = {}) =>
  (await read(text, corrections)).map(({ date }) => date);
const doubtsOf = async (text: string) => (await read(text)).flatMap(({ doubts }) => doubts.map(({ code }) => code));

const UNREADABLE = [
  "Πέμπτη 3 12",
  "Πέμπτη",
  "Τρίτη 31/11/2026",
  "Παρασκευή 3/12/2026",
  "Πέμπτη, 3η του μηνός",
  "αύριο",
  "Εβδομάδα 7-11/12",
  "ΑΡΓΙΑ",
  "Πμπτη",
  "έως 9/12/2026",
  "Thursday, December 3, 2026",
];
const READABLE: readonly (readonly [string, string])[] = [
  ["Δευτέρα 7/12/2026", "2026-12-07"],
  ["8/12/2026", "2026-12-08"],
  ["Τετάρτη 9 Δεκεμβρίου", "2026-12-09"],
  ["ΠΕΜ. 10/12", "2026-12-10"],
  ["11-Δεκ-26", "2026-12-11"],
];

describe("an unreadable day ends the one before", () => {
  const rows = "9:00;Καστανάς Άρης\n9:15;Μελισσά Ζωή";

  test.each(UNREADABLE)("the heading «%s»", async (heading) => {
    const text = `Ώρα;Ονοματεπώνυμο\nΔευτέρα 7/12/2026;\n${rows}\n${heading};\n${rows}\nΤρίτη 8/12/2026;\n${rows}`;
    const monday = ["2026-12-07", "2026-12-07"];
    expect(await datesOf(text)).toEqual([...monday, null, null, "2026-12-08", "2026-12-08"]);
  });

  test("and says where it stands and what is written there", async () => {
    const [row] = await read(`Ώρα;Ονοματεπώνυμο\nΠέμπτη 3 12;\n${rows}`);
    const values = { row: "2", written: "Πέμπτη 3 12" };
    expect(row?.errors).toEqual([{ field: "date", code: "diary-day-unread", values }]);
  });

  test("in cells that were merged, too", async () => {
    const text =
      "Ημερομηνία;Ώρα;Ονοματεπώνυμο\n7/12/2026;9:00;Καστανάς Άρης\n31/11;9:00;Μελισσά Ζωή\n;9:15;Λυγαριά Άννα";
    const read = ["2026-12-07", null, null];
    expect(await datesOf(text)).toEqual(read);
  });

  test("spread over several cells, or where names stand", async () => {
    const head = "Ώρα;Ονοματεπώνυμο;Τηλέφωνο";
    expect(await datesOf(`${head}\n7/12/2026\n9:00;Καστανάς Άρης\nΠέμπτη;3 12\n9:00;Μελισσά Ζωή`)).toEqual(
      expect.arrayContaining(["2026-12-07", null]),
    );
    const inNames = await datesOf(`${head}\n;7/12/2026\n9:00;Καστανάς Άρης\n;Πέμπτη 3 12\n9:00;Μελισσά Ζωή`);
    expect([inNames[0], inNames.at(-1)]).toEqual(["2026-12-07", null]);
  });

  test("a free time is no day, and a heading that may be a free time is none either", async () => {
    const dated = "Ημερομηνία;Ώρα;Ονοματεπώνυμο\n7/12/2026;9.00;Καστανάς Άρης\n;9.10;\n;9.20;Μελισσά Ζωή";
    expect(await datesOf(dated)).toEqual(["2026-12-07", "2026-12-07"]);
    const bare = "Ώρα;Ονοματεπώνυμο\nΔευτέρα 7/12/2026;\n9.00;Καστανάς Άρης\n8.12;\n9.20;Μελισσά Ζωή";
    expect(await datesOf(bare)).toEqual(["2026-12-07", null]);
  });

  test("a part of the day, a counter, and the number of a line are no days", async () => {
    const parts = `Ώρα;Ονοματεπώνυμο\nΔευτέρα 7/12/2026\nΠΡΩΙ;\n9:00;Καστανάς Άρης\nΘυρίδα 2;\n9:15;Μελισσά Ζωή`;
    expect(await datesOf(parts)).toEqual(["2026-12-07", "2026-12-07"]);
    const numbered = "Α/Α;Ημερομηνία;Ώρα;Ονοματεπώνυμο\n1;7/12/2026;9:00;Καστανάς Άρης\n2;;;\n3;;9:15;Μελισσά Ζωή";
    expect(await datesOf(numbered)).toEqual(["2026-12-07", "2026-12-07"]);
  });
});

describe("a day and a time in one cell", () => {
  const timesOf = async (text: string) => (await read(text)).map(({ date, time }) => [date, time]);
  const first = ["2026-12-07", "09:00"];

  test("are both read, with heads or without, and need not be written again beside it", async () => {
    expect(await timesOf("Ημερομηνία;Ονοματεπώνυμο\n7/12/2026 09:00;Καστανάς Άρης")).toEqual([first]);
    expect(await timesOf("7/12/2026 09:00;Καστανάς Άρης\n7/12/2026 09:15;Μελισσά Ζωή")).toMatchObject([first, {}]);
    expect(await timesOf("Ημερομηνία;Ώρα;Ονοματεπώνυμο\n7/12/2026 0:00;9:00;Καστανάς Άρης")).toEqual([first]);
    expect(await timesOf("Ημερομηνία;Ώρα;Ονοματεπώνυμο\n2026-12-07T09:00;9.00;Καστανάς Άρης")).toEqual([first]);
    expect(await timesOf("Ώρα;Ονοματεπώνυμο\n7/12/2026 9:00;Καστανάς Άρης")).toEqual([first]);
  });

  test("are not read where another time stands beside them", async () => {
    const text = "Ημερομηνία;Ώρα;Ονοματεπώνυμο\n7/12/2026 09:00;9:30;Καστανάς Άρης";
    expect(await timesOf(text)).toEqual([["2026-12-07", null]]);
  });
});

test("where no columns are known, a line that only says the day is nobody's row, and any other is somebody's", async () => {
  const [row, ...others] = await read("Δευτέρα 7/12/2026\nΚαστανάς Άρης");
  expect([row?.row, others]).toEqual([2, []]);
});

describe("the weekday", () => {
  test("that contradicts its date leaves the day unknown", async () => {
    const [row] = await read("Ημερομηνία;Ώρα;Ονοματεπώνυμο\nΠέμπτη 4/12/2026;9:00;Καστανάς Άρης");
    expect([row?.date, row?.codes]).toEqual([null, ["diary-weekday-contradicts"]]);
  });

  test("is asked at one row, for which both days are offered, and the others wait for it", async () => {
    const text = "Ώρα;Ονοματεπώνυμο\nΔευτέρα 29/11/2026;\n9:00;Καστανάς Άρης\n9:15;Μελισσά Ζωή\n9:30;Λυγαριά Άννα";
    const daysOf = (rows: Awaited<ReturnType<typeof read>>) => rows.map(({ days }) => days.map(String));
    const asked = await read(text);
    expect(asked.map(({ codes }) => codes)).toEqual([
      ["diary-weekday-contradicts"],
      ["diary-day-waits"],
      ["diary-day-waits"],
    ]);
    expect(daysOf(asked)).toEqual([["2026-11-29", "2026-11-30"], [], []]);
    expect(asked[1]?.errors[0]?.values).toEqual({ row: "3" });
    const left = await read(text, { 3: { isLeftOut: true } });
    expect(daysOf(left)[1]).toEqual(["2026-11-29", "2026-11-30"]);
    expect(await datesOf(text, { 3: { date: "2026-11-30" } })).toEqual(["2026-11-30", "2026-11-30", "2026-11-30"]);
  });

  test("in a column beside the date counts as well, and is nobody's name", async () => {
    const rows = "Πέμπτη;4/12/2026;9:00;Καστανάς Άρης\nΠέμπτη;3/12/2026;9:00;Μελισσά Ζωή\nΤρίτη;;9:15;Λυγαριά Άννα";
    expect(await read(rows)).toMatchObject([
      { date: null, lastName: "Καστανάς" },
      { date: "2026-12-03", lastName: "Μελισσά", firstName: "Ζωή" },
      { date: null },
    ]);
  });
});

describe("a corrected day", () => {
  const rows = "9:00;Καστανάς Άρης\n9:15;Μελισσά Ζωή";
  const unread = `Ώρα;Ονοματεπώνυμο\nΠέμπτη 3 12;\n${rows}\nΤρίτη 8/12/2026;\n9:00;Λυγαριά Άννα`;

  test("that could not be read holds for the rows below it, until another is written", async () => {
    const corrected = await datesOf(unread, { 3: { date: "2026-12-03" } });
    expect(corrected).toEqual(["2026-12-03", "2026-12-03", "2026-12-08"]);
    expect(await datesOf(unread, { 4: { date: "2026-12-03" } })).toEqual([null, "2026-12-03", "2026-12-08"]);
  });

  const merged = "Ημερομηνία;Ώρα;Ονοματεπώνυμο\n7/12/2026;9:00;Καστανάς Άρης\n;9:15;Μελισσά Ζωή\n;9:30;Λυγαριά Άννα";
  test("holds for the rows that share its cell", async () => {
    expect(await datesOf(merged, { 2: { date: "2026-12-08" } })).toEqual(["2026-12-08", "2026-12-08", "2026-12-08"]);
  });

  test("is one visit's alone where that moves, or only shares the cell", async () => {
    const others = ["2026-12-07", "2026-12-07"];
    expect(await datesOf(merged, { 2: { date: "2026-12-08", isMoved: true } })).toEqual(["2026-12-08", ...others]);
    expect(await datesOf(merged, { 3: { date: "2026-12-08" } })).toEqual(["2026-12-07", "2026-12-08", "2026-12-07"]);
  });
});

describe("who comes", () => {
  test("a telephone in the cell of the name goes where telephones belong", async () => {
    const text =
      "Ώρα;Ονοματεπώνυμο;Τηλέφωνο\n9:00;Παπαδοπούλου Ελένη 694 412 3456;\n9:15;Καστανάς Άρης 6944123456;2109098391";
    expect(await read(text)).toMatchObject([
      { lastName: "Παπαδοπούλου", firstName: "Ελένη", phone: "694 412 3456" },
      { firstName: "Άρης", phone: "2109098391", notes: "6944123456" },
    ]);
  });

  test("a title alone leaves the first name open", async () => {
    const [row] = await read("Ώρα;Ονοματεπώνυμο\n9:00;κα Παπαδοπούλου");
    expect(row).toMatchObject({ lastName: "Παπαδοπούλου", firstName: "" });
    expect(row?.codes).toContain("first-name-required");
  });

  test("what a person wrote as a correction is a name, whatever it looks like", async () => {
    const text = "Ώρα;Ονοματεπώνυμο\n9:00;Παπαδοπούλου Ελένη (2 άτομα)";
    expect(await doubtsOf(text)).toEqual(["diary-name-unclear"]);
    expect((await read(text, { 2: { firstName: "Ελένη (Λένα)" } }))[0]?.doubts).toEqual([]);
  });

  test("Greek that was read in another alphabet is no name", async () => {
    const [row] = await read("Ώρα;Ονοματεπώνυμο\n9:00;Παπαδοπούλου ¶ννα");
    expect(row?.codes).toContain("diary-name-damaged");
  });
});

test.each([
  ["Ώρα;Ονοματεπώνυμο\n9:00;ΑΚΥΡΩΘΗΚΕ Παπαδόπουλος Γιώργος"],
  ["Ώρα;Επώνυμο;Όνομα\n9:00;Παπαδόπουλος;Γιώργος ΑΚΥΡΟ"],
  ["Ώρα;Ονοματεπώνυμο;Κατάσταση\n9:00;Παπαδόπουλος Γιώργος;ακυρώθηκε"],
  ["Ώρα;Ονοματεπώνυμο;Υπηρεσία\n9:00;Παπαδόπουλος Γιώργος;ΑΚΥΡΟ"],
  ["Ώρα;Ονοματεπώνυμο;Σημειώσεις\n9:00;Παπαδόπουλος Γιώργος;ακυρώθηκε 3/12"],
  ["Ώρα;Ονοματεπώνυμο\n9:00 ακ;Παπαδόπουλος Γιώργος\n9:00;Παπαδόπουλος Γιώργος-ακυρώνεται"],
])("a cancelled visit is in doubt: %s", async (text) => {
  expect(await doubtsOf(text)).toContain("diary-cancelled");
});

test("no row ever stands under a day whose heading is not the nearest above", async () => {
  const heading = fc.oneof(
    fc.constantFrom(...READABLE).map(([text, date]) => ({ text, date })),
    fc.constantFrom(...UNREADABLE).map((text) => ({ text, date: null })),
  );
  const times = fc.constantFrom("9:00", "9.10", "09:30", "9-30", "10", "1030");
  const person = fc.constantFrom("Καστανάς Άρης", "Μελισσά Ζωή", "Παπαδοπούλου Παρασκευή", "Λυγαριά Κυριακή");
  const row = fc.record({ time: times, person });
  const lines = fc.array(fc.oneof(heading, { arbitrary: row, weight: 3 }), { minLength: 1, maxLength: 20 });
  const layout = fc.constantFrom("Ώρα;Ονοματεπώνυμο;Τηλέφωνο", "Ημερομηνία;Ώρα;Ονοματεπώνυμο;Σχόλια", "");
  await fc.assert(
    fc.asyncProperty(lines, layout, async (diary, head) => {
      const hasDate = head.startsWith("Ημ");
      let day: string | null = null;
      const expected = new Map<number, string | null>();
      const texts = diary.map((line, at) => {
        if ("text" in line) {
          day = line.date;
          return `${line.text};;`;
        }
        expected.set(at + (head ? 2 : 1), day);
        return `${hasDate ? ";" : ""}${line.time};${line.person};`;
      });
      fc.pre(expected.size > 0);
      const rows = await read([...(head ? [head] : []), ...texts].join("\n"));
      if (head) expect(rows.map(({ row, date }) => [row, date])).toEqual([...expected]);
      // Without heads a column may be taken for another; what of it has a day and a time is right all the same.
      const found = rows.filter(({ date, time }) => date && time);
      expect(found.map(({ row, date }) => [row, date])).toEqual(found.map(({ row }) => [row, expected.get(row)]));
    }),
    { numRuns: 400 },
  );
});

test("the queue is the number in its column", async () => {
  const cells = ["Ουρά 2", "12", "η πρώτη", ""].map((queue) => `24/11/2026\t11:30\tΠαπαδοπούλου Ελένη\t${queue}`);
  const rows = await read(["Ημερομηνία\tΏρα\tΟνοματεπώνυμο\tΟυρά", ...cells].join("\n"));
  expect(rows.map(({ queue }) => queue)).toEqual([2, 12, null, null]);
});
