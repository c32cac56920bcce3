import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { figuresCsv } from "./figure-table.ts";

test("another program reads a line for each cell; what was not recorded is empty and not zero", () => {
  const csv = figuresCsv(
    [
      {
        title: "Αναμονή; ανά\u00a0«ώρα»",
        columns: ["Ώρα", "Άτομα", "Λεπτά"],
        rows: [
          ["9:00", 0, null],
          ["9:30", 1_200, -3],
        ],
      },
      { title: "=HYPERLINK()", columns: ["Α", "Β"], rows: [] },
    ],
    ["Πίνακας", "Τι", "Μέγεθος", "Τιμή"],
  );
  expect(parse(csv, { bom: true, delimiter: ";", columns: true })).toEqual([
    { Πίνακας: "Αναμονή; ανά «ώρα»", Τι: "9:00", Μέγεθος: "Άτομα", Τιμή: "0" },
    { Πίνακας: "Αναμονή; ανά «ώρα»", Τι: "9:00", Μέγεθος: "Λεπτά", Τιμή: "" },
    { Πίνακας: "Αναμονή; ανά «ώρα»", Τι: "9:30", Μέγεθος: "Άτομα", Τιμή: "1200" },
    { Πίνακας: "Αναμονή; ανά «ώρα»", Τι: "9:30", Μέγεθος: "Λεπτά", Τιμή: "-3" },
  ]);
});
