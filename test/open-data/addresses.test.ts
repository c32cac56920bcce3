import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishDue } from "../../src/measures/open-data/publish.ts";
import { aWorld, type TestOffice, type World } from "../world.ts";

/** Whatever anybody asks of the public address. */

let world: World;
let office: TestOffice;
let silent: TestOffice;
const worlds: World[] = [];
beforeAll(async () => {
  world = await aPublishedWorld();
});
afterAll(() => Promise.all(worlds.map((each) => each.close())));

/** September of two offices, of which one has never recorded anything. */
async function aPublishedWorld(settings = {}): Promise<World> {
  const made = await aWorld(settings);
  worlds.push(made);
  office = await made.anOffice();
  silent = await made.anOffice();
  await made.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  await made.owner.query("insert into day_outcome (office_id, date, outcomes) values ($1, '2026-09-07', $2)", [
    office.id,
    { vehicles: { "walk-in-0": 40, "no-show": 3 } },
  ]);
  await made.owner.query("insert into open_month_due (month) values ('2026-09-01')");
  await publishDue({ db: made.database.db, clock: () => Temporal.Instant.from("2026-10-09T02:00:00Z") });
  return made;
}

type Ask = { readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "OPTIONS"; readonly headers?: object };
const ask = (path: string, { method = "GET", headers = {} }: Ask = {}) =>
  world.app.inject({ method, url: `/api/public/v1/${path}`, headers: { host: "visits.example", ...headers } });
const refusal = async (path: string) => {
  const { statusCode, body } = await ask(`statistics/${path}`);
  return [statusCode, JSON.parse(body).code];
};

test.each([
  ["statistics", "application/json"],
  ["statistics/2026-09.csv", "text/csv"],
  ["statistics/2026-09-v1.json", "application/json"],
  ["statistics/schema.json", "application/json"],
  ["catalogue.jsonld", "application/ld+json"],
])("HEAD of %s says what GET says, without the body", async (path, type) => {
  const [whole, head] = [await ask(path), await ask(path, { method: "HEAD" })];
  expect([head.statusCode, head.body]).toEqual([200, ""]);
  expect(head.headers["content-type"]).toContain(type);
  for (const name of ["content-type", "etag", "cache-control", "content-disposition", "access-control-allow-origin"])
    expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
});

test("whoever has a file is not sent it again, however they name its mark; another version has another mark", async () => {
  const { headers } = await ask("statistics/2026-09.csv");
  const etag = String(headers.etag);
  for (const known of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
    const again = await ask("statistics/2026-09.csv", { headers: { "if-none-match": known } });
    expect([known, again.statusCode, again.body, again.headers.etag]).toEqual([known, 304, "", etag]);
    expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
  }
  for (const other of ['"other"', String((await ask("statistics/2026-09.json")).headers.etag)])
    expect((await ask("statistics/2026-09.csv", { headers: { "if-none-match": other } })).statusCode).toBe(200);
});

test("a file comes gzipped to whoever takes that, and as it is to whoever does not", async () => {
  const plain = await ask("statistics/2026-09.csv");
  for (const takes of ["gzip", "br;q=0.9, gzip;q=1.0", "*"]) {
    const { headers, rawPayload } = await ask("statistics/2026-09.csv", { headers: { "accept-encoding": takes } });
    expect([takes, headers["content-encoding"], headers.vary]).toEqual([takes, "gzip", "accept-encoding"]);
    expect(gunzipSync(rawPayload).toString()).toBe(plain.body);
  }
  for (const takes of ["gzip;q=0", "identity", ""]) {
    const { headers, body } = await ask("statistics/2026-09.csv", { headers: { "accept-encoding": takes } });
    expect([takes, headers["content-encoding"], body === plain.body]).toEqual([takes, undefined, true]);
  }
});

test("a month is to come until the day on which it is published begins in Athens; of one long ago nothing was recorded", async () => {
  const codes = async (now: string) => {
    world.now = Temporal.Instant.from(now);
    return [(await refusal("2026-10.csv"))[1], (await refusal("2026-11.json"))[1]];
  };
  expect(await codes("2026-11-08T23:59:59+02:00")).toEqual(["month-not-over", "month-not-over"]);
  expect(await codes("2026-11-09T00:00:00+02:00")).toEqual(["month-not-published", "month-not-over"]);
  expect(await refusal("2099-12.csv")).toEqual([404, "month-not-over"]);
  for (const past of ["2026-08.csv", "2020-01.json", "2000-01-v1.csv"])
    expect([past, ...(await refusal(past))]).toEqual([past, 404, "month-not-published"]);
});

test.each([
  "2026-09",
  "2026-09.CSV",
  "2026-09.xml",
  "2026-9.csv",
  "2026-00.csv",
  "1999-12.csv",
  "2100-01.csv",
  "2026-09-v01.csv",
  "2026-09-v-1.csv",
  "2026-09-v1e3.csv",
  "2026-09-01.csv",
  "2026-09.csv%00",
  "2026-09.csv%0d%0aX-A:b",
  "%2e%2e%2f2026-09.csv",
  "9999.csv",
  "2026-01..2026-12.csv",
  `${"9".repeat(90)}.csv`,
])("no file is called %s, and it is said which there are", async (name) => {
  const { statusCode, body } = await ask(`statistics/${name}`);
  expect([statusCode, JSON.parse(body).code]).toEqual([404, "statistics-file-unknown"]);
  expect(JSON.parse(body).title).toContain("/api/public/v1/statistics");
});

test("an office that never recorded has a row that says so, and no zeros; one that there is not has none", async () => {
  const { body } = await ask("statistics/2026-09.csv");
  const rows: Record<string, string>[] = parse(body, { columns: true, delimiter: ";", bom: true });
  const of = (code: string) => rows.filter((row) => row.office === code && row.group === "all");
  expect(of(office.code)).toMatchObject([{ recorded: "true", visits: "40", noShows: "*", unserved: "0" }]);
  expect(of(silent.code)).toMatchObject([{ recorded: "false", visits: "", noShows: "", unserved: "", complete: "" }]);
  expect(of("9999")).toEqual([]);
});

test("nothing can be written there", async () => {
  for (const method of ["POST", "PUT", "DELETE"] as const)
    for (const path of ["statistics", "statistics/2026-09.csv"]) {
      const { statusCode } = await ask(path, { method, headers: { origin: "https://other.example" } });
      expect([method, path, statusCode >= 400 && statusCode < 500]).toEqual([method, path, true]);
    }
  expect((await ask("statistics/2026-09.csv")).statusCode).toBe(200);
});

test("whoever asks for too much at once is told when to come again; others are not kept waiting", async () => {
  const limited = await aPublishedWorld({ RATE_LIMIT_PER_MINUTE: "5" });
  const from = (remoteAddress: string) =>
    limited.app.inject({
      url: "/api/public/v1/statistics/2026-09.csv",
      remoteAddress,
      headers: { host: "visits.example" },
    });
  const answers = await Promise.all(Array.from({ length: 20 }, () => from("192.0.2.1")));
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect([statuses.filter((one) => one === 200).length, new Set(statuses)]).toEqual([5, new Set([200, 429])]);
  const refused = answers.find(({ statusCode }) => statusCode === 429);
  expect([refused?.json().code, Number(refused?.headers["retry-after"]) > 0]).toEqual(["rate-limited", true]);
  expect(refused?.headers["access-control-allow-origin"]).toBe("*");
  expect((await from("192.0.2.2")).statusCode).toBe(200);
});
