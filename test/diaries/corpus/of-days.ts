import { ASKS, cells, type Shape, who } from "./shape.ts";

const HEAD = ["Ώρα", "Ονοματεπώνυμο"];
const PAIR = [
  ["9:00", "Ζάβρας Ρήγας"],
  ["9:15", "Κρινάς Άλκης"],
];
const on = (day: string) => [who(`${day} 09:00`, "Ζάβρας Ρήγας"), who(`${day} 09:15`, "Κρινάς Άλκης")];

export const SHEET_NAMES: readonly Shape[] = [
  { name: "a sheet named by its day", sheet: "Τρίτη 8-12-2026", text: cells(HEAD, ...PAIR), people: on("08") },
  { name: "a sheet named by a short date", sheet: "8.12", text: cells(HEAD, ...PAIR), people: on("08") },
  {
    name: "a sheet named by its month, with weekdays and numbers within",
    sheet: "Δεκέμβριος 2026",
    text: cells(["ΤΡΙΤΗ 8"], ...PAIR),
    people: on("08"),
  },
  {
    name: "a sheet with a name that is no day",
    sheet: "Φύλλο1",
    text: cells(["Τρίτη 8/12/2026"], HEAD, ...PAIR),
    people: on("08"),
  },
  {
    name: "a sheet named by a weekday alone",
    sheet: "Τρίτη",
    text: cells(HEAD, ...PAIR),
    people: on("08").map((each) => ({ ...each, asks: true })),
  },
];

export const MONTHS_ABOVE: readonly Shape[] = [
  {
    name: "month and year above weekdays with numbers",
    text: cells(["ΔΕΚΕΜΒΡΙΟΣ 2026"], ["ΔΕΥΤΕΡΑ 7"], ...PAIR, ["ΤΡΙΤΗ 8"], ["9:00", "Μυρτιά Εύα"]),
    people: [...on("07"), who("08 09:00", "Μυρτιά Εύα")],
  },
  {
    name: "a title with the month, and numbers before weekdays",
    text: cells(["Ραντεβού Δεκεμβρίου 2026"], ["8 Τρίτη"], ...PAIR),
    people: on("08"),
  },
  {
    name: "a number that its weekday contradicts",
    text: cells(["ΔΕΚΕΜΒΡΙΟΣ 2026"], ["ΔΕΥΤΕΡΑ 8"], ...PAIR),
    people: on("08").map((each) => ({ ...each, asks: true })),
  },
  {
    name: "days across under the month",
    text: cells(["ΔΕΚΕΜΒΡΙΟΣ 2026"], ["Ώρα", "Δευτέρα 7", "Τρίτη 8"], ["9:00", "Ζάβρας Ρήγας", "Κρινάς Άλκης"]),
    people: [who("07 09:00", "Ζάβρας Ρήγας"), who("08 09:00", "Κρινάς Άλκης")],
  },
];

export const WRITTEN_DAYS: readonly Shape[] = [
  { name: "«ΡΑΝΤΕΒΟΥ ΔΕΥΤΕΡΑΣ»", text: cells(["ΡΑΝΤΕΒΟΥ ΔΕΥΤΕΡΑΣ 7/12/2026"], HEAD, ...PAIR), people: on("07") },
  { name: "blanks in the date", text: cells(["Τρίτη 8 12 2026"], HEAD, ...PAIR), people: on("08") },
  {
    name: "«Ημέρα: …» and «Πρόγραμμα της …»",
    text: cells(
      ["Ημέρα: Τρίτη 8/12/2026"],
      HEAD,
      ...PAIR,
      ["Πρόγραμμα της Τετάρτης 9/12/2026"],
      ["9:00", "Μυρτιά Εύα"],
    ),
    people: [...on("08"), who("09 09:00", "Μυρτιά Εύα")],
  },
  {
    name: "the day with «του μηνός»",
    text: cells(["Τρίτη 8η Δεκεμβρίου 2026"], HEAD, ...PAIR),
    people: on("08"),
  },
  {
    name: "a day of no calendar",
    text: cells(["Τρίτη 31/11/2026"], HEAD, ...PAIR),
    people: [who("08 09:00", "Ζάβρας Ρήγας", ASKS), who("08 09:15", "Κρινάς Άλκης", ASKS)],
  },
];

const DATED = ["Ημερομηνία", "Ώρα", "Ονοματεπώνυμο", "Υπηρεσία"];
const DITTO = [
  who("07 09:00", "Ζάβρας Ρήγας", { service: "signature" }),
  who("07 09:15", "Κρινάς Άλκης", { service: "signature" }),
  who("07 09:30", "Μυρτιά Εύα", { service: "copies" }),
];
const dittoShape = (name: string, mark: string): Shape => ({
  name,
  text: cells(
    DATED,
    ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "Γνήσιο"],
    [mark, "9:15", "Κρινάς Άλκης", mark],
    [mark, "9:30", "Μυρτιά Εύα", "Αντίγραφα"],
  ),
  people: DITTO,
});

export const DITTO_MARKS: readonly Shape[] = [
  dittoShape('the mark "', '"'),
  dittoShape("the mark 〃", "〃"),
  dittoShape("«ομοίως»", "ομοίως"),
  dittoShape("«-//-»", "-//-"),
  dittoShape("two apostrophes", "''"),
  dittoShape("the mark »", "»"),
  {
    name: "of the time: two come at once; of the name: somebody says what it means",
    text: cells(
      DATED,
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "Γνήσιο"],
      ["〃", "〃", "Κρινάς Άλκης", "〃"],
      ["〃", "10:30", "〃", "Αντίγραφα"],
    ),
    people: [
      who("07 09:00", "Ζάβρας Ρήγας", { service: "signature" }),
      who("07 09:00", "Κρινάς Άλκης", { service: "signature" }),
      who("07 10:30", "Κρινάς Άλκης", { service: "copies", ...ASKS }),
    ],
  },
];
