import { expect, test } from "vitest";
import { linesOf } from "./read-lines.ts";
import { sectionsOf } from "./sections.ts";

const TODAY = Temporal.PlainDate.from("2026-11-24");
function columns(text: string) {
  const [section] = sectionsOf(linesOf(text), TODAY).sections;
  if (!section) throw new Error("no section");
  return section;
}

test.each([
  ["Ημερομηνία;Ώρα;Επώνυμο;Όνομα;Τηλέφωνο", ["date", "time", "lastName", "firstName", "phone"]],
  ["ΗΜ/ΝΙΑ\tΩΡΑ\tΟΝΟΜΑΤΕΠΩΝΥΜΟ\tΤΗΛ.\tΠΑΡΑΤΗΡΗΣΕΙΣ", ["date", "time", "fullName", "phone", "notes"]],
  ["Ημέρα,Ώρα,Όνομα,Κινητό,Θέμα", ["date", "time", "fullName", "phone", "service"]],
  ["Ώρα;Α/Α;Επώνυμο;Όνομα;e-mail;Θυρίδα", ["time", "number", "lastName", "firstName", "email", "queue"]],
  // What only has a known word in it is not of that word.
  ["Ημερομηνία;Ώρα;Αρ. επωνύμου;Όνομα", ["date", "time", null, "fullName"]],
])("the head %s", (head, expected) => {
  expect(columns(`${head}\n1/12/2026;9:30`)).toMatchObject({ columns: expected, hasHeader: true });
});

test("without a head, by what the cells look like", () => {
  const text =
    "1/12/2026\t09:30\tΠαπαδοπούλου Ελένη\t694 412 3456\n1/12/2026\t09:45\tΚαστανάς Άρης\t2101234567\tγνήσιο";
  expect(columns(text)).toMatchObject({
    columns: ["date", "time", "fullName", "phone", "service"],
    hasHeader: false,
  });
});

test("surname and first name apart, without a head", () => {
  const text = "1/12;9.30;Παπαδοπούλου;Ελένη\n1/12;10.00;Καστανάς;Άρης";
  expect(columns(text).columns).toEqual(["date", "time", "lastName", "firstName"]);
});

test("heads under a title and over every day are no rows", () => {
  const heads = "Ώρα;Ονοματεπώνυμο;Τηλέφωνο";
  const text = `Ραντεβού του ΚΕΠ;;\n${heads}\n1/12/2026;;\n9:30;Καστανάς Άρης;\n2/12/2026;;\n${heads}\n9:30;Καστανά Ζωή;`;
  const read = columns(text);
  expect(read.columns).toEqual(["time", "fullName", "phone"]);
  expect(read.body.map(({ row }) => row)).toEqual([1, 3, 4, 5, 7]);
});

const NAMES = ["Καστανάς Άρης", "Μελισσά Ζωή", "Λυγαριά Άννα", "Νεράτζη Δέσποινα"];
const beside = (...columns: readonly (readonly string[])[]) =>
  NAMES.map((name, at) => [...columns.map((cells) => cells[at] ?? ""), name].join("\t")).join("\n");

test.each([
  ["times alone", [["9.10", "9.11", "10.10", "10.12"]], ["time"]],
  [
    "times beside days",
    [
      ["7.12", "", "8.12", ""],
      ["9.10", "9.30", "9.10", "9.40"],
    ],
    ["date", "time"],
  ],
  [
    "times before plain days",
    [
      ["9.10", "10.10", "9.10", "10.10"],
      ["7/12/2026", "", "8/12/2026", ""],
    ],
    ["time", "date"],
  ],
  [
    "days before plain times",
    [
      ["7.12", "7.12", "8.12", "8.12"],
      ["9:30", "9:45", "9:30", "9:45"],
    ],
    ["date", "time"],
  ],
  [
    "both alike, days change less",
    [
      ["9.10", "10.10", "9.11", "10.11"],
      ["7.12", "7.12", "8.12", "8.12"],
    ],
    ["time", "date"],
  ],
  [
    "both alike, nobody knows",
    [
      ["9.10", "10.10", "9.10", "10.10"],
      ["7.12", "7.12", "8.12", "8.12"],
    ],
    [null, null],
  ],
  [
    "numbers of lines",
    [
      ["1", "2", "3", "4"],
      ["9:00", "9:15", "9:30", "9:45"],
    ],
    ["number", "time"],
  ],
  [
    "minutes beside times",
    [
      ["15", "15", "30", "15"],
      ["9:00", "9:15", "9:30", "10"],
    ],
    [null, "time"],
  ],
  ["hours alone", [["9", "10", "11", "12"]], ["time"]],
])("%s", (_, cells, expected) => {
  const read = columns(beside(...cells)).columns;
  expect(read.slice(0, expected.length)).toEqual(expected);
  expect(read.at(-1)).toBe("fullName");
});

test("times like 9.10 under a day's heading are times", () => {
  expect(columns("Δευτέρα 7/12/2026\n9.10\tΚαστανάς Άρης\n10.11\tΜελισσά Ζωή").columns).toEqual(["time", "fullName"]);
});
