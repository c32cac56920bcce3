import { expect, test } from "vitest";
import { patiently } from "../../test/patience.ts";
import { checkedOffices } from "./office-columns.ts";
import { readTable } from "./read-table.ts";
import { checkedServices } from "./service-columns.ts";
import type { FileTable } from "./table-file.ts";

const NONE = new Map<string, string | null>();
const offices = (rows: readonly object[], stored: ReadonlyMap<string, string | null> = NONE) =>
  checkedOffices(readTable(new TextEncoder().encode(JSON.stringify(rows))) as FileTable, stored);
const office = (cells: object) => ({ code: "0578", name: "ΚΕΠ Δοκιμής", municipality: "Δήμος Δοκιμής", ...cells });
const codes = (cells: object) => offices([office(cells)]).faults.map(({ column, code }) => `${column} ${code}`);

test("what is stored is tidy, and telephone numbers are international", () => {
  const row = office({
    name: "  ΚΕΠ   Δοκιμής ",
    phone: "210 000 0901",
    postcode: "100 01",
    latitude: "38,01",
    longitude: 23.7,
    example: "Ναι",
  });
  expect(offices([row])).toEqual({
    offices: [
      expect.objectContaining({
        code: "0578",
        name: "ΚΕΠ Δοκιμής",
        phone: "+302100000901",
        postcode: "10001",
        latitude: 38.01,
        longitude: 23.7,
        example: true,
      }),
    ],
    faults: [],
  });
});

test("codes are text with their leading zeros, perhaps with a Greek capital", () => {
  expect(codes({ code: "0377Π" })).toEqual([]);
  expect(codes({ code: 578 })).toEqual(["code code-is-number"]);
  expect(codes({ code: "0377P" })).toEqual(["code code-latin-letter"]);
  expect(codes({ code: "12345" })).toEqual(["code code-malformed"]);
  expect(offices([office({ code: "578Π" })]).faults).toEqual([
    { line: 1, column: "code", code: "code-zeros-lost", values: { value: "578Π", suggestion: "0578Π" } },
  ]);
});

test.each<[object, string]>([
  [{ name: " " }, "name field-required"],
  [{ municipality: null }, "municipality field-required"],
  [{ name: "α".repeat(201) }, "name field-too-long"],
  [{ name: "ΚΕΠ\u0007" }, "name field-control-characters"],
  [{ name: "ΚΕΠ\u202eΑ" }, "name field-control-characters"],
  [{ name: "ΚΕΠ\ufffd" }, "name text-damaged"],
  [{ name: 7 }, "name not-text"],
  [{ phone: "210 000 090" }, "phone phone-too-short"],
  [{ phone: "112" }, "phone phone-invalid"],
  [{ email: "kep@" }, "email email-no-ending"],
  [{ email: "kep@example.gr, alli@example.gr" }, "email email-invalid"],
  [{ postcode: "1234" }, "postcode postcode-malformed"],
  [{ postcode: "01234" }, "postcode postcode-malformed"],
  [{ latitude: 23.7, longitude: 38 }, "latitude latitude-outside"],
  [{ latitude: "x", longitude: 23 }, "latitude number-malformed"],
  [{ latitude: 38 }, "longitude coordinate-alone"],
  [{ lead_minutes: 12.5 }, "lead_minutes number-not-whole"],
  [{ lead_minutes: "20000" }, "lead_minutes number-out-of-range"],
  [{ example: "ίσως" }, "example yes-or-no"],
  [{ parent_code: "0999" }, "parent_code parent-unknown"],
  [{ parent_code: "0578" }, "parent_code parents-in-circle"],
])("%j is refused: %s", (cells, expected) => {
  expect(codes(cells)[0]).toBe(expected);
});

test("a parent may be in the file, before or after, or among the offices there are", () => {
  const branch = office({ code: "0578Π", parent_code: "0578" });
  expect(offices([branch, office({})]).faults).toEqual([]);
  expect(offices([branch], new Map([["0578", null]])).faults).toEqual([]);
  const circle = offices([office({ parent_code: "0579" })], new Map([["0579", "0578"]]));
  expect(circle.faults.map(({ code }) => code)).toEqual(["parents-in-circle"]);
});

test("a code that is there twice names the line of the first", () => {
  const { faults } = offices([office({}), office({})]);
  expect(faults).toEqual([{ line: 1, column: "code", code: "code-twice", values: { value: "0578", earlier: 1 } }]);
});

test("wrong columns are said once, not in every row", () => {
  const { faults } = offices([
    { code: "0578", name: "ΚΕΠ", fax: "1" },
    { code: "x", name: "ΚΕΠ", fax: "2" },
  ]);
  expect(faults.map(({ column, code }) => `${column} ${code}`)).toEqual([
    "fax column-unknown",
    "municipality column-missing",
  ]);
});

test("services have their own rules", () => {
  const rows = [{ code: "Υπογραφή", name: "Α", short_name: "Α", name_en: "A", minutes: 3, bring: "α\nβ" }];
  const { faults } = checkedServices(readTable(new TextEncoder().encode(JSON.stringify(rows))) as FileTable);
  expect(faults.map(({ column, code }) => `${column} ${code}`)).toEqual([
    "code service-code-malformed",
    "minutes number-out-of-range",
  ]);
});

test("ten thousand bad rows are refused at once", () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => office({ code: at, phone: "99999", email: "x" }));
  const start = performance.now();
  expect(offices(rows).faults).toHaveLength(30_000);
  expect(performance.now() - start).toBeLessThan(patiently(5_000));
});
