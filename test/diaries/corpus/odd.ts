import { ASKS, cells, lines, type Shape, who } from "./shape.ts";

const DATED = ["Ημερομηνία", "Ώρα", "Ονοματεπώνυμο"];
const ZAVRAS = who("07 09:00", "Ζάβρας Ρήγας");
const KRINAS = who("07 09:15", "Κρινάς Άλκης");

export const ODD: readonly Shape[] = [
  {
    name: "notes beside the table",
    text: cells(
      [...DATED, "", "Να θυμηθώ"],
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "", "τόνερ"],
      ["7/12/2026", "9:15", "Κρινάς Άλκης", "", "Μυρτιά Εύα 6944123404"],
    ),
    people: [ZAVRAS, KRINAS, who("07 00:00", "Μυρτιά Εύα", ASKS)],
    strays: ["τόνερ"],
  },
  {
    name: "a name alone under the table",
    text: cells(DATED, ["7/12/2026", "9:00", "Ζάβρας Ρήγας"], ["Κρινάς Άλκης να πάρει τηλέφωνο"]),
    people: [ZAVRAS, who("07 00:00", "Κρινάς Άλκης", ASKS)],
  },
  {
    name: "a second table with other columns below",
    text: cells(
      ["Ημερομηνία", "Ώρα", "Ονοματεπώνυμο", "Τηλ"],
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "6944123401"],
      [],
      ["Ώρα", "Επώνυμο", "Όνομα", "Ημερομηνία"],
      ["9:15", "Κρινάς", "Άλκης", "7/12/2026"],
    ),
    people: [who("07 09:00", "Ζάβρας Ρήγας", { phone: "6944123401" }), KRINAS],
  },
  {
    name: "titles, a total and empty lines",
    text: cells(
      ["ΚΕΠ Νεόκτιστου"],
      ["Ραντεβού"],
      [],
      DATED,
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας"],
      ["", "9:15", ""],
      ["", "", ""],
      ["Σύνολο: 1"],
    ),
    people: [ZAVRAS],
  },
  {
    name: "numbers of the lines, and queues",
    text: cells(
      ["Α/Α", ...DATED, "Θυρίδα"],
      ["1", "7/12/2026", "9:00", "Ζάβρας Ρήγας", "1"],
      ["2", "7/12/2026", "9:15", "Κρινάς Άλκης", "2"],
    ),
    people: [ZAVRAS, KRINAS],
  },
  {
    name: "semicolons, with quotes within a name",
    text: lines("Ημερομηνία;Ώρα;Ονοματεπώνυμο", "7/12/2026;9:00;Ζάβρας Ρήγας", '7/12/2026;9:15;Κρινάς "ο ψηλός" Άλκης'),
    people: [ZAVRAS, who("07 09:15", "Κρινάς", ASKS)],
  },
  {
    name: "commas between cells, with quotes around a name",
    text: lines("Ημερομηνία,Ώρα,Ονοματεπώνυμο", '7/12/2026,9:00,"Ζάβρας, Ρήγας"', '7/12/2026,9:15,"Κρινάς, Άλκης"'),
    people: [ZAVRAS, KRINAS],
  },
  {
    name: "a quote that is never closed",
    text: cells(DATED, ["7/12/2026", "9:00", '"Ζάβρας Ρήγας'], ["7/12/2026", "9:15", "Κρινάς Άλκης"]),
    people: [{ ...ZAVRAS, asks: true }, KRINAS],
  },
  {
    name: "a service that the office does not know",
    text: cells(
      [...DATED, "Αίτημα"],
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "ταυτότητα"],
      ["7/12/2026", "9:15", "Κρινάς Άλκης", "Γνήσιο"],
    ),
    people: [
      { ...ZAVRAS, asks: true },
      { ...KRINAS, service: "signature" },
    ],
  },
];
