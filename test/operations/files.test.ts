import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureSealing } from "../../src/audit/seal/measure.ts";
import { measureWallet } from "../../src/identity/wallet/measure.ts";
import { measureLetters } from "../../src/mail/measure.ts";
import { measureNotices } from "../../src/partners/webhooks/start-notifying.ts";
import { ENVIRONMENT_NAMES, readConfig } from "../../src/platform/config.ts";
import { measureJobs } from "../../src/platform/jobs/states.ts";
import { newToken } from "../../src/platform/token.ts";
import { ADDRESS } from "../../src/public-booking/frame/address.ts";
import { ROOT } from "../structure/source-files.ts";
import { aWorld, type World } from "../world.ts";

/** What stands in ops/ says of the program what is so. */

let exported: ReadonlySet<string>;
let world: World;
beforeAll(async () => {
  world = await aWorld();
  measureSealing({ db: world.database.db, clock: () => world.now, metrics: world.app.metrics });
  measureWallet(
    { db: world.database.db, clock: () => world.now, metrics: world.app.metrics },
    { access: { validUntil: world.now }, trustList: new URL("https://trust.example.eu/list") },
  );
  measureLetters({ db: world.database.db, clock: () => world.now, metrics: world.app.metrics });
  measureJobs(world.database.db, world.app.metrics);
  measureNotices({ db: world.database.db, clock: () => world.now }, world.app.metrics);
  exported = new Set((await world.app.metrics.getMetricsAsJSON()).map(({ name }) => name));
});
afterAll(() => world.close());

const read = (file: string): string => readFileSync(`${ROOT}ops/${file}`, "utf8");

/** Of the scrape itself */
const OF_PROMETHEUS = ["up"];
const WORDS = [
  "and",
  "sum",
  "or",
  "unless",
  "by",
  "on",
  "without",
  "ignoring",
  "le",
  "kind",
  "state",
  "status",
  "code",
  "instance",
];

/** Names that no bracket follows, outside of selectors. */
function metricsIn(expression: string): string[] {
  const bare = expression.replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, " ");
  return [...bare.matchAll(/\b[a-z_][a-z0-9_]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.includes(name) && !OF_PROMETHEUS.includes(name));
}

const isExported = (name: string): boolean =>
  exported.has(name) || exported.has(name.replace(/_(bucket|sum|count)$/, ""));

function alerts(): string[] {
  const lines = read("prometheus/visits.rules.yml").split("\n");
  return lines.flatMap((line, at) => {
    const [, here] = /^\s+expr: (.*)$/.exec(line) ?? [];
    if (here === undefined) return [];
    return here === ">-"
      ? [
          lines
            .slice(
              at + 1,
              lines.findIndex((next, later) => later > at && /^\s+for:/.test(next)),
            )
            .join(" "),
        ]
      : [here];
  });
}

const panels = (): string[] =>
  (JSON.parse(read("grafana/visits.json")) as { panels: { targets: { expr: string }[] }[] }).panels.flatMap(
    ({ targets }) => targets.map(({ expr }) => expr),
  );

test("every metric that an alert or the board names is exported", () => {
  expect(alerts().length).toBeGreaterThan(8);
  expect(panels().length).toBeGreaterThan(12);
  expect([...alerts(), ...panels()].flatMap(metricsIn).filter((name) => !isExported(name))).toEqual([]);
});

test("a planted name is found, in whatever expression", () => {
  const planted = 'sum by (le) (rate(http_request_seconds_bucket{kind="write"}[5m])) / max(no_such_metric) > 1';
  expect(metricsIn(planted).filter((name) => !isExported(name))).toEqual(["no_such_metric"]);
});

function settingsIn(file: string): Record<string, string> {
  const lines = read(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

test("the example of settings names none that there is not, and production starts with it once its secrets are one's own", () => {
  const given = { ...settingsIn("systemd/visits.env.example"), ...settingsIn("systemd/owner.env.example") };
  expect(Object.keys(given).filter((name) => !ENVIRONMENT_NAMES.includes(name))).toEqual([]);
  expect(() => readConfig(given)).toThrow("AUDIT_KEY must be random");
  const own = Object.entries(given).map(([name, value]) => [name, value.replace(/CHANGE-ME(-CHANGE-ME)*/, newToken())]);
  expect(readConfig(Object.fromEntries(own))).toMatchObject({ NODE_ENV: "production" });
});

test("what a unit starts and sets is there", () => {
  const units = readdirSync(`${ROOT}ops/systemd`).filter((name) => name.endsWith(".service"));
  for (const unit of units) {
    const text = read(`systemd/${unit}`);
    const commands = [...text.matchAll(/^Exec(?:StartPre|Start)=.*src\/cli\/visits\.ts ([\w -]+)/gm)].map(
      ([, command]) => command?.trim(),
    );
    expect([["check-config --to-start", "serve"], ["check-config --to-start", "migrate"], ["backup"]]).toContainEqual(
      commands,
    );
    const [, set = ""] = /^Environment=(.*)$/m.exec(text) ?? [];
    expect(
      [...set.matchAll(/(\w+)=/g)]
        .map(([, name]) => name)
        .filter((name) => !ENVIRONMENT_NAMES.includes(name as string)),
    ).toEqual([]);
  }
});

test("the proxy's example speaks HTTP/2 as nginx says it today, not by the word that it warns of", () => {
  const lines = read("nginx/visits.conf").split("\n");
  expect(lines.filter((line) => /^\s*listen .*http2/.test(line))).toEqual([]);
  expect(lines).toContain("  http2 on;");
});

test("what the government is told of an installation is where the program has people sent back to", async () => {
  const { headers } = await world.app.inject({
    method: "GET",
    url: "/sign-in",
    headers: { host: "visits.example.gr" },
  });
  const staff = new URL(new URL(headers.location as string).searchParams.get("redirect_uri") as string).pathname;
  const operations = readFileSync(`${ROOT}docs/operations.md`, "utf8");
  const registered = [...operations.matchAll(/`https:\/\/visits\.example\.gr(\/[^`]+)`/g)].map(([, path]) => path);
  expect(registered).toEqual([staff, "/signed-out", ADDRESS.taxisnetCallback, ADDRESS.who]);
  const signedOut = await world.app.inject({ method: "GET", url: "/signed-out" });
  expect(signedOut.statusCode).toBe(200);
  expect(operations).toContain(`…${ADDRESS.ended}`);
});
