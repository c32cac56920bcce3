import { afterAll, beforeAll, expect, test } from "vitest";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let office: TestOffice;
let closed: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await world.anOffice();
  closed = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query("update office set name_en = 'KEP Test', phone = '+302109098391' where id = $1", [office.id]);
});
afterAll(() => world.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  world.app.inject({ method: "GET", url: `/api/public/v1/${path}`, headers: { host: "visits.example", ...headers } });

test("anybody gets all offices, from any site's page, and whether they book online", async () => {
  const { statusCode, headers, body } = await ask("offices", { origin: "https://dimos.example" });
  expect([statusCode, headers["access-control-allow-origin"], headers["cross-origin-resource-policy"]]).toEqual([
    200,
    "*",
    "cross-origin",
  ]);
  expect([headers["cache-control"], headers["set-cookie"]]).toEqual(["public, max-age=300", undefined]);
  const { offices } = JSON.parse(body);
  const found = (code: string) => offices.find((one: { code: string }) => one.code === code);
  expect(found(office.code)).toMatchObject({
    nameEn: "KEP Test",
    phone: "+302109098391",
    booksOnline: true,
    url: `http://visits.example/book/offices/${office.code}`,
    access: { stepFreeEntrance: null, lift: null, accessibleWc: null, disabledParking: null },
  });
  expect(found(closed.code).booksOnline).toBe(false);
  expect(body).not.toMatch(/@|settings|staff|employee/i);
});

const HOURS = [
  "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00; We 08:00-15:00; Th 08:00-15:00; Sa 09:00-24:00",
  "Tu 09:00-13:00",
  "2026-11-28/2026-11-29|closed||Τοπική αργία\n2026-12-24|08:00-12:00|closed|",
];

test("with the hours of each office, and null where they are not known: as JSON, as a table that the import takes, as schema.org", async () => {
  const { id, code } = await world.anOffice();
  await world.owner.query(
    "update office set counter_hours = $2, telephone_hours = $3, hours_exceptions = $4, phone = '+302109098391' where id = $1",
    [id, ...HOURS],
  );
  const { offices } = (await ask("offices")).json();
  const hoursOf = (wanted: string) => offices.find((one: { code: string }) => one.code === wanted).hours;
  expect(hoursOf(closed.code)).toEqual({ counter: null, telephone: null, exceptions: [] });
  const { counter, telephone, exceptions } = hoursOf(code);
  expect([counter.length, counter[2], counter[5]]).toEqual([
    6,
    { weekday: 2, opens: "17:00", closes: "19:00" },
    { weekday: 6, opens: "09:00", closes: "24:00" },
  ]);
  expect(telephone).toEqual([{ weekday: 2, opens: "09:00", closes: "13:00" }]);
  expect(exceptions).toEqual([
    { from: "2026-11-28", to: "2026-11-29", counter: [], telephone: null, reason: "Τοπική αργία" },
    {
      from: "2026-12-24",
      to: "2026-12-24",
      counter: [{ opens: "08:00", closes: "12:00" }],
      telephone: [],
      reason: "",
    },
  ]);
  const line = (await ask("offices.csv")).body.split("\r\n").find((each) => each.startsWith(code));
  expect(line).toMatch(/;"?Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00; .*Sa 09:00-24:00"?;Tu 09:00-13:00;;3;;3$/);
  const { headers, body } = await ask("offices.jsonld");
  expect([headers["content-type"], headers["cache-control"]]).toEqual([
    "application/ld+json; charset=utf-8",
    "public, max-age=300",
  ]);
  const graph = JSON.parse(body)["@graph"];
  const nodeOf = (wanted: string) => graph.find(({ identifier }: { identifier: string }) => identifier === wanted);
  expect(nodeOf(closed.code)).not.toHaveProperty("openingHoursSpecification");
  const node = nodeOf(code);
  expect(node.openingHoursSpecification[0]).toEqual({
    "@type": "OpeningHoursSpecification",
    dayOfWeek: ["Monday"],
    opens: "08:00",
    closes: "15:00",
  });
  expect(node.openingHoursSpecification.at(-1)).toMatchObject({ dayOfWeek: ["Saturday"], closes: "23:59" });
  expect(node.specialOpeningHoursSpecification).toEqual([
    expect.objectContaining({ validFrom: "2026-11-28", validThrough: "2026-11-29", opens: "00:00", closes: "00:00" }),
    expect.objectContaining({ validFrom: "2026-12-24", opens: "08:00", closes: "12:00" }),
  ]);
  expect(node.contactPoint).toMatchObject({ telephone: "+302109098391", hoursAvailable: [{ opens: "09:00" }] });

  const own = await world.app.inject({ method: "GET", url: `/book/offices/${code}` });
  const [, linked = "null"] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(own.body) ?? [];
  const { addressRegion: _, ...address } = node.address;
  const url = `/book/offices/${code}`;
  expect(JSON.parse(linked)).toEqual({ "@context": "https://schema.org", ...node, address, "@id": url, url });
  const chosen = await world.app.inject({ method: "GET", url: `/book/offices/${code}?service=signature` });
  const isListed = ({ body: page }: { body: string }) => !page.includes('content="noindex"');
  expect([isListed(own), isListed(chosen)]).toEqual([true, false]);
});

test("and all services, with what to bring and where they are done without a visit", async () => {
  const { services } = (await ask("services")).json();
  expect(services[0]).toEqual({
    code: expect.any(String),
    name: expect.any(String),
    nameEn: expect.any(String),
    minutes: expect.any(Number),
    bring: "ταυτότητα",
    bringEn: null,
    toBring: [{ greek: "ταυτότητα", english: null, mark: null, cases: ["self", "minor", "proxy", "business"] }],
    onlineUrl: null,
    url: expect.stringContaining("/book/offices?service="),
  });
});

test("the same as tables, in which nothing is calculated", async () => {
  const { headers, body } = await ask("offices.csv");
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
  const [head, ...lines] = body.split("\r\n");
  expect(head).toMatch(/^\ufeffcode;name;nameEn;address;.*;booksOnline;url;stepFreeEntrance;/);
  expect(lines.find((line) => line.startsWith(office.code))).toContain(";'+302109098391;");
  expect((await ask("services.csv")).body).toMatch(
    /^\ufeffcode;name;nameEn;minutes;bring;bringEn;onlineUrl;url;toBring\r\n/,
  );
});

test("the first time of an office is the one that a citizen may take, and is never kept by a cache", async () => {
  const { headers, body } = await ask(`offices/${office.code}/first-time?service=signature`);
  const { free, url } = JSON.parse(body);
  expect(headers["cache-control"]).toBe("no-store");
  expect(url).toBe(`http://visits.example/book/offices/${office.code}/days?service=signature&on=${free.date}`);
  const taken = await world.app.inject({
    method: "POST",
    url: `/book/offices/${office.code}/hold`,
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    payload: `service=signature&at=${free.date}T${free.time}`,
  });
  expect(taken.headers.location).toBe("/book/who");
});

test("all times of some days are those that a citizen is offered, also of days that have none", async () => {
  const times = async (query: string) => (await ask(`offices/${office.code}/times?service=signature&${query}`)).json();
  const { days, minutes } = await times("from=2026-11-23&to=2026-11-25");
  expect([minutes, days.map(({ date }: { date: string }) => date)]).toEqual([
    10,
    ["2026-11-23", "2026-11-24", "2026-11-25"],
  ]);
  const { free } = (await ask(`offices/${office.code}/first-time?service=signature`)).json();
  const first = days.find((day: { times: string[] }) => day.times.length > 0);
  expect([first.date, first.times[0], days[0].times]).toEqual([free.date, free.time, []]);
  for (const [query, refused] of [
    ["from=2026-11-25&to=2026-11-24", "range-too-long"],
    ["from=2026-11-01&to=2026-12-02", "range-too-long"],
    ["from=2026-11-31&to=2026-12-02", "request-malformed"],
  ] as const)
    expect((await times(query)).code).toBe(refused);
});

test("what there is not, and where nobody books online, is said as a problem", async () => {
  const codeOf = async (path: string) => {
    const { statusCode, body } = await ask(path);
    return [statusCode, JSON.parse(body).code];
  };
  expect(await codeOf("offices/0000/first-time?service=signature")).toEqual([404, "office-not-found"]);
  expect(await codeOf(`offices/${closed.code}/first-time?service=signature`)).toEqual([404, "office-not-public"]);
  expect(await codeOf(`offices/${office.code}/first-time?service=nothing`)).toEqual([404, "service-not-found"]);
  expect(await codeOf(`offices/${office.code}/first-time`)).toEqual([400, "request-malformed"]);
  expect(await codeOf("nothing")).toEqual([404, "not-found"]);
  const { statusCode, body } = await ask("offices", { host: "a b" });
  expect([statusCode, JSON.parse(body).code]).toEqual([400, "request-malformed"]);
});

test("where the installation's own address is set, nothing that is told leads elsewhere, whatever the Host says", async () => {
  const named = await aWorld({ PUBLIC_BASE_URL: "https://visits.example" });
  await openToCitizens(named.owner);
  const { code } = await named.anOffice();
  const headers = { host: "evil.example" };
  const told = async (path: string) =>
    (await named.app.inject({ method: "GET", url: `/api/public/v1/${path}`, headers })).body;
  for (const path of ["offices", "offices.csv", "services", "services.csv", `offices/${code}/qr.svg`]) {
    const body = await told(path);
    expect([path, body.includes("https://visits.example/"), body.includes("evil")]).toEqual([path, true, false]);
  }
  await named.close();
});

test("a code to print leads to the office, and to its service", async () => {
  const { headers, body } = await ask(`offices/${office.code}/qr.svg?service=signature`);
  expect(headers["content-type"]).toContain("image/svg+xml");
  expect(body).toContain(`aria-label="http://visits.example/book/offices/${office.code}?service=signature"`);
  expect((await ask("offices/0000/qr.svg")).statusCode).toBe(404);
});

test("with who can interpret, and how one gets in, in the words of schema.org as well", async () => {
  await world.owner.query(
    `update office set has_sign_language = true, sign_language_days = 5, interpreter_languages = 'sq,ar', has_lift = false,
       settings_version = settings_version + 1 where id = $1`,
    [office.id],
  );
  const own = ({ code }: { code: string }) => code === office.code;
  expect((await ask("offices")).json().offices.find(own).interpreters).toEqual({
    signLanguage: true,
    signLanguageDays: 5,
    languages: ["sq", "ar"],
    days: 3,
  });
  const line = (await ask("offices.csv")).body.split("\r\n").find((each: string) => each.startsWith(office.code));
  expect(line).toMatch(/;true;5;sq,ar;3$/);
  const { "@graph": graph } = (await ask("offices.jsonld")).json();
  const found = graph.find(({ identifier }: { identifier: string }) => identifier === office.code);
  expect(found.knowsLanguage).toEqual(["el", "gss", "sq", "ar"]);
  expect(found.amenityFeature).toEqual([
    { "@type": "LocationFeatureSpecification", name: "Lift, or all on the ground floor", value: false },
    { "@type": "LocationFeatureSpecification", name: "Interpreter of Greek Sign Language", value: true },
  ]);
});
