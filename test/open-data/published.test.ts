import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishDue } from "../../src/measures/open-data/publish.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { aMinistryPerson } from "../ministry-person.ts";
import { aWorld, type TestOffice, type World } from "../world.ts";
import { countOfType, shapeFindings } from "./conformance.ts";
import { CPSV_AP, DCAT_AP } from "./profiles.ts";

let world: World;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  await world.owner.query("update office set phone = '+302109098391' where id = $1", [office.id]);
  await counted("2026-10-05", { certificates: { "appointment-0": 41, "no-show": 3 } });
  await publish();
  await counted("2026-10-06", { certificates: { "appointment-61": 20 } });
  await publish();
});
afterAll(() => world.close());

async function counted(date: string, outcomes: object) {
  await world.owner.query("insert into day_outcome values ($1, $2, $3)", [office.id, date, JSON.stringify(outcomes)]);
  await world.owner.query(
    "insert into open_month_due (month) values (date_trunc('month', $1::date)) on conflict do nothing",
    [date],
  );
}
const publish = () =>
  publishDue({ db: world.database.db, clock: () => Temporal.Instant.from("2026-11-09T04:00:00+02:00") });
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  world.app.inject({ method: "GET", url, headers: { host: "visits.example", ...headers } });
const api = (path: string, headers?: Readonly<Record<string, string>>) => get(`/api/public/v1/${path}`, headers);

test("anybody sees which months there are, every version of them, and which is a correction", async () => {
  const { months, licence, nextMonth, nextOn } = (await api("statistics")).json();
  expect([licence, nextMonth, nextOn]).toEqual([
    "https://creativecommons.org/licenses/by/4.0/",
    "2026-11",
    "2026-12-09",
  ]);
  const [{ month, versions }] = months;
  expect([
    month,
    ...versions.map((one: { version: number; correction: string }) => [one.version, one.correction]),
  ]).toEqual(["2026-10", [2, "late-counts"], [1, null]]);
  for (const version of versions)
    for (const file of [version.csv, version.json]) {
      const { rawPayload, statusCode } = await get(new URL(file.url).pathname);
      const sha256 = createHash("sha256").update(rawPayload).digest("hex");
      expect([statusCode, sha256, rawPayload.length]).toEqual([200, file.sha256, file.bytes]);
    }
});

test("a file is opened by another library, and holds to its Table Schema; no row is there twice", async () => {
  const schema = (await api("statistics/schema.json")).json();
  const { body, headers } = await api("statistics/2026-10.csv");
  expect([headers["content-type"], headers["access-control-allow-origin"]]).toEqual(["text/csv; charset=utf-8", "*"]);
  const rows: Record<string, string>[] = parse(body, { columns: true, delimiter: ";", bom: true });
  const names = schema.fields.map(({ name }: { name: string }) => name);
  expect(Object.keys(rows[0] ?? {})).toEqual(names);
  const missing = schema.missingValues.map(({ value }: { value: string }) => value);
  for (const row of rows)
    for (const { name, type, constraints } of schema.fields) {
      const value = row[name] as string;
      if (missing.includes(value)) expect([name, constraints?.required ?? false]).toEqual([name, false]);
      else expect([name, value, isOf(type, value, constraints?.enum)]).toEqual([name, value, true]);
    }
  const keys = rows.map(({ level, office: code, group }) => `${level} ${code} ${group}`);
  expect(new Set(keys).size).toBe(keys.length);
  const all = rows.find((row) => row.office === office.code && row.group === "all");
  expect(all).toMatchObject({ visits: "60", onTime: "40", noShows: "*", recorded: "true" });
  expect((await api("statistics/2026-10.json")).json().rows).toHaveLength(rows.length);
  const { resources } = (await api("statistics/datapackage.json")).json();
  expect(resources[0]).toMatchObject({ dialect: { delimiter: ";" }, version: "2", bytes: Buffer.byteLength(body) });
});

function isOf(type: string, value: string, choices?: readonly string[]): boolean {
  if (choices && !choices.includes(value)) return false;
  if (type === "integer") return /^\d+$/.test(value);
  if (type === "boolean") return /^(true|false)$/.test(value);
  return type !== "yearmonth" || /^\d{4}-\d{2}$/.test(value);
}

test("a file is asked for again only when it is another, and a version is kept for good", async () => {
  const { headers } = await api("statistics/2026-10.csv");
  const again = await api("statistics/2026-10.csv", { "if-none-match": String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  const first = await api("statistics/2026-10-v1.csv");
  expect(first.headers.etag).not.toBe(headers.etag);
  expect(first.headers["cache-control"]).toContain("immutable");
  const zipped = await api("statistics/2026-10-v1.csv", { "accept-encoding": "gzip" });
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(first.body);
});

test("a month to come, one that was never counted, a version or a file that there is not: said plainly", async () => {
  const refused = async (path: string) => {
    const { statusCode, body } = await api(`statistics/${path}`);
    const { code, title } = JSON.parse(body);
    return [statusCode, code, /2026-12-09|statistics/.test(title)];
  };
  expect(await refused("2026-11.csv")).toEqual([404, "month-not-over", true]);
  expect((await refused("2031-01.csv")).slice(0, 2)).toEqual([404, "month-not-over"]);
  expect(await refused("2026-09.csv")).toEqual([404, "month-not-published", true]);
  expect(await refused("2026-10-v3.csv")).toEqual([404, "month-version-not-found", true]);
  for (const name of ["2026-13.csv", "2026-10.xlsx", "2026-10-v0.csv", "2026-10-v9999999.csv", "all.csv", "..%2f"])
    expect(await refused(name), name).toEqual([404, "statistics-file-unknown", true]);
});

test("portals harvest the catalogue by DCAT-AP, with each version and its checksum", async () => {
  const catalogue = (await api("catalogue.jsonld")).json();
  expect(await shapeFindings(catalogue, DCAT_AP)).toEqual([]);
  expect(await countOfType(catalogue, "http://www.w3.org/ns/dcat#Dataset")).toBe(4);
  expect(await countOfType(catalogue, "http://www.w3.org/ns/dcat#Distribution")).toBe(10);
  const [faulty] = [structuredClone(catalogue)];
  delete faulty["dct:publisher"];
  delete faulty["dcat:dataset"][1]["dct:title"];
  expect(await shapeFindings(faulty, DCAT_AP)).toHaveLength(6);
});

test("services and offices are public services and organisations by CPSV-AP", async () => {
  const services = (await api("public-services.jsonld")).json();
  expect(await shapeFindings(services, CPSV_AP)).toEqual([]);
  const listed = (await api("services")).json().services;
  expect(await countOfType(services, "http://purl.org/vocab/cpsv#PublicService")).toBe(listed.length);
  const faulty = structuredClone(services);
  delete faulty["@graph"][1]["cv:hasCompetentAuthority"];
  expect(await shapeFindings(faulty, CPSV_AP)).toHaveLength(1);
});

test("people read of it in each language, in 15 KB and without a script", async () => {
  const ministry = await aMinistryPerson(world);
  const { languages } = (await ministry.rule("GET", "languages")).body;
  for (const { language, version } of languages)
    await ministry.rule("PUT", `languages/${language}`, { body: { isOn: true }, version });
  for (const language of LANGUAGES) {
    const { body, statusCode } = await get(`${language === "el" ? "" : `/${language}`}/book/open-data`);
    expect([statusCode, body.includes("<script"), body.includes("2026-10.csv")]).toEqual([200, false, true]);
    expect(Buffer.byteLength(body)).toBeLessThan(15 * 1_024);
  }
  expect((await get("/book/open-data")).body).toContain("Οκτώβριος 2026");
  expect((await get("/privacy")).body).toContain("/book/open-data");
});
