import { describe, expect, test } from "vitest";
import type { DiaryRequest } from "../contract.ts";
import { readDiary } from "../read-diary.ts";
import { rowLabel } from "./row-label.ts";

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const OFFICE = {
  services: [{ code: "signature", name: "Γνήσιο υπογραφής", shortName: "Γνήσιο" }],
  queues: [
    { number: 1, name: "Ουρά 1", employee: "Νεφέλη Λιμνιώτη" },
    { number: 2, name: "Μεταβιβάσεις", employee: "Ηλίας Σταυράκης" },
  ],
};

async function read(text: string, more: Partial<DiaryRequest> = {}) {
  const { read: table, rows } = await readDiary({ text, service: "usual", queue: null, ...more }, OFFICE, NOW);
  const visits = rows.map(({ row, date, time, lastName, queue, errors, doubts }) =>
    [
      rowLabel(row),
      date?.toString() ?? null,
      time,
      lastName,
      queue,
      ...[...errors, ...doubts].map(({ code }) => code),
    ].join(" "),
  );
  return { visits, rows, heads: table.headRows.flatMap(({ heads }) => heads), kind: table.headRows[0]?.kind ?? null };
}

describe("a column for each day", () => {
  const week = [
    "Ώρα;Δευτέρα 7/12/2026;Τρίτη 8/12/2026",
    "9:00;Καστανάς Άρης 694 412 3456;",
    "9:15;-;Μελισσά Ζωή, γνήσιο, θα αργήσει",
    "ΔΙΑΛΕΙΜΜΑ;;",
    "9:30;ΔΙΑΛΕΙΜΜΑ;Λυγαριά, Άννα",
  ].join("\n");

  test("has a visit in each cell, with all that is written there", async () => {
    const { visits, rows, kind } = await read(week);
    expect(kind).toBe("days");
    expect(visits).toEqual([
      "B2 2026-12-07 09:00 Καστανάς ",
      "C3 2026-12-08 09:15 Μελισσά ",
      "C5 2026-12-08 09:30 Λυγαριά ",
    ]);
    expect(rows).toMatchObject([
      { phone: "694 412 3456", cells: ["Δευτέρα 7/12/2026", "9:00", "Καστανάς Άρης 694 412 3456", ""] },
      { service: "signature", notes: "θα αργήσει" },
      { firstName: "Άννα", service: "usual" },
    ]);
  });

  test("may have another week below, under its own heads", async () => {
    const { visits } = await read(`${week}\n;Δευτέρα 14/12;Τρίτη 15/12\n9:00;Νεράτζη Δέσποινα;Αηδόνης Θωμάς`);
    expect(visits.slice(-2)).toEqual(["B7 2026-12-14 09:00 Νεράτζη ", "C7 2026-12-15 09:00 Αηδόνης "]);
  });

  test("whose weekday contradicts its date waits for a person, once for all of its visits", async () => {
    const text = "Ημέρα/Ώρα;Πέμπτη 2/12;Παρασκευή 4/12\n9:00;Καστανάς Άρης;Μελισσά Ζωή\n9:15;Λυγαριά Άννα;";
    const { visits, heads } = await read(text);
    expect(visits.filter((visit) => visit.includes("diary-weekday-contradicts"))).toHaveLength(2);
    const [head] = heads;
    expect(head?.days.map(String)).toEqual(["2026-12-02", "2026-12-03"]);
    const said = await read(text, { heads: { [head?.id ?? 0]: { date: "2026-12-03" } } });
    expect(said.visits.filter((visit) => visit.startsWith("B"))).toEqual([
      "B2 2026-12-03 09:00 Καστανάς ",
      "B3 2026-12-03 09:15 Λυγαριά ",
    ]);
  });

  test("that is only a weekday is of a week that a person says", async () => {
    const text = "ΩΡΕΣ;Δευτέρα;Τρίτη\n9:00;Καστανάς Άρης;Μελισσά Ζωή";
    const { visits, heads } = await read(text);
    expect(visits.every((visit) => visit.includes("diary-date-unread"))).toBe(true);
    expect(heads[0]?.days.map(String).slice(0, 2)).toEqual(["2026-11-23", "2026-11-30"]);
  });
});

describe("a column for each queue", () => {
  const rows = "9:00;Καστανάς Άρης;Μελισσά Ζωή\n9:15;;Λυγαριά Άννα";

  test("is known by number, name, or whoever serves it; the day stands above", async () => {
    for (const heads of ["Ουρά 1;Μεταβιβάσεις", "Θυρίδα 1;ΘΥΡΙΔΑ 2", "Λιμνιώτη;κ. Σταυράκης"]) {
      const { visits, kind } = await read(`Δευτέρα 7/12/2026;;\nΏρα;${heads}\n${rows}`);
      expect([kind, visits]).toEqual([
        "queues",
        ["B3 2026-12-07 09:00 Καστανάς 1", "C3 2026-12-07 09:00 Μελισσά 2", "C4 2026-12-07 09:15 Λυγαριά 2"],
      ]);
    }
  });

  test("may have the day in the corner, between its rows, or in a column of its own", async () => {
    const dates = async (text: string) => (await read(text)).rows.map(({ date }) => date?.toString());
    expect(await dates(`Δευτέρα 7/12/2026;Ουρά 1;Ουρά 2\n9:00;Καστανάς Άρης;`)).toEqual(["2026-12-07"]);
    const between = `Ώρα;Ουρά 1;Ουρά 2\n7/12/2026;;\n9:00;Καστανάς Άρης;\n;Τρίτη 8/12;\n9:00;;Μελισσά Ζωή`;
    expect(await dates(between)).toEqual(["2026-12-07", "2026-12-08"]);
    const beside = "Ημερομηνία;Ώρα;Ουρά 1;Ουρά 2\n7/12/2026;9:00;Καστανάς Άρης;\n;9:15;;Μελισσά Ζωή";
    expect(await dates(beside)).toEqual(["2026-12-07", "2026-12-07"]);
  });

  test("that nobody knows is asked once; until then nothing of it fits", async () => {
    const text = `Δευτέρα 7/12/2026;;\nΏρα;Σοφία;Πέτρος\n${rows}`;
    const { visits, heads, kind } = await read(text);
    expect(kind).toBe("queues");
    expect(visits.every((visit) => visit.endsWith("diary-column-unclear"))).toBe(true);
    const [sofia, petros] = heads.map(({ id }) => id) as [number, number];
    const said = await read(text, { heads: { [sofia]: { queue: 2 }, [petros]: { isLeftOut: true } } });
    expect(said.visits).toEqual(["B3 2026-12-07 09:00 Καστανάς 2"]);
  });
});

test.each([
  "Ώρα;Επώνυμο;Όνομα\n9:00;Καστανάς;Άρης",
  "Ημερομηνία;Ώρα;Ονοματεπώνυμο;Τηλέφωνο;Υπηρεσία\n7/12/2026;9:00;Καστανάς Άρης;;",
  "Ημερομηνία;Ώρα;Ουρά;Ονοματεπώνυμο\n7/12/2026;9:00;Ουρά 1;Καστανάς Άρης",
  "9:00;Καστανάς Άρης;Μελισσά Ζωή",
  "Ώρα;Στοιχεία;Είδος\n9:00;Καστανάς Άρης;γνήσιο",
  "Δευτέρα;7/12/2026;9:00;Καστανάς Άρης\nΤρίτη;8/12/2026;9:00;Μελισσά Ζωή",
])("a diary with a line for each visit stays one: %s", async (text) => {
  expect((await read(text)).kind).toBeNull();
});

test("whoever says that each line is a visit has the last word", async () => {
  const text = "Ώρα;Ουρά 1;Ουρά 2\n9:00;Καστανάς Άρης;Μελισσά Ζωή";
  expect((await read(text, { isByRows: true })).kind).toBeNull();
});
