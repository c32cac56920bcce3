import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "./database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("a reference is nine digits whose check digit finds any wrong digit and any swapped neighbours", async () => {
  const rows = await asOwner<{ reference: string; digit: string }>(
    database.ownerUrl,
    "select r as reference, damm_digit(r) as digit from (select new_reference() as r from generate_series(1, 200)) as references_",
  );
  expect(new Set(rows.map((row) => row.reference)).size).toBe(200);
  for (const { reference, digit } of rows) {
    expect(reference).toMatch(/^\d{9}$/);
    expect(digit).toBe("0");
  }
  const [sample] = rows.map((row) => row.reference) as [string];
  const wrong = [...sample].flatMap((_, at) => [
    replaceAt(sample, at, String((Number(sample[at]) + 1) % 10)),
    ...(sample[at] !== sample[at + 1] && at < 8 ? [swapAt(sample, at)] : []),
  ]);
  const digits = await asOwner<{ digit: string }>(database.ownerUrl, "select damm_digit(unnest($1::text[])) as digit", [
    wrong,
  ]);
  expect(digits.filter(({ digit }) => digit === "0")).toEqual([]);
});

test("two databases whose sequences take every second number, with the same keys, give none that the other gives", async () => {
  const { ownerUrl } = database;
  const stepFrom = async (first: number) => {
    await asOwner(ownerUrl, `alter sequence reference_number increment 2 minvalue ${first} start ${first} restart`);
    const rows = await asOwner<{ reference: string }>(
      ownerUrl,
      "select new_reference() as reference from generate_series(1, 500)",
    );
    return rows.map(({ reference }) => reference);
  };
  const all = [...(await stepFrom(0)), ...(await stepFrom(1))];
  expect(new Set(all).size).toBe(1_000);
});

test("Orthodox Easter and all that hangs on it", async () => {
  const rows = await asOwner<{ easter: string }>(
    database.ownerUrl,
    "select orthodox_easter(year)::text as easter from generate_series(2026, 2030) as year",
  );
  expect(rows.map((row) => row.easter)).toEqual(["2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28"]);
});

const replaceAt = (text: string, at: number, digit: string) => text.slice(0, at) + digit + text.slice(at + 1);
const swapAt = (text: string, at: number) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
