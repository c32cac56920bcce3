import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type Plant, plant } from "./plant.ts";

/** What can be wrong of what was published of a month. */

const FILE = {
  month: "2026-09",
  version: 1,
  rows: [
    { level: "nation", group: "all", recorded: true },
    { level: "office", group: "all", recorded: true },
    { level: "office", group: "vehicles", recorded: true },
  ],
};

interface Planted {
  readonly month: string;
  readonly json: object;
  readonly key: string;
  readonly at: string;
}

const OWN_KEY = "(select encode(sha256(key), 'hex') from open_data_key)";

/** September of one office, as it is published on 9 October; or otherwise. */
function version(otherwise: Partial<Planted> = {}): string {
  const { month, json, key, at }: Planted = {
    month: "2026-09-01",
    json: FILE,
    key: OWN_KEY,
    at: "2026-10-09T02:00:00Z",
    ...otherwise,
  };
  const files = [`level\r\n${FILE.rows.map(({ level }) => `${level}\r\n`).join("")}`, JSON.stringify(json)];
  const values = (of: (file: string) => string) => files.map(of).join(", ");
  return `insert into open_data_key (key) values ('${"k".repeat(32)}') on conflict do nothing;
    insert into open_month (month, version, published_at, method, key_fingerprint, offices, offices_recorded, csv_file, json_file,
      csv_sha256, json_sha256, csv_bytes, json_bytes)
    select '${month}', 1, '${at}', 1, ${key}, 1, 1,
      ${values((file) => `'\\x${gzipSync(file).toString("hex")}'`)},
      ${values((file) => `'${createHash("sha256").update(file).digest("hex")}'`)},
      ${values((file) => String(Buffer.byteLength(file)))};`;
}

/** By which nothing is wrong. */
export const PUBLISHED = version();

const OTHER_KEY = `'${"0".repeat(64)}'`;
const outcomes = (date: string) =>
  `insert into day_outcome (office_id, date, outcomes)
   select id, '${date}', '{"vehicles": {"walk-in-0": 9}}' from office where code = '9901';`;

export const OPEN_DATA: readonly Plant[] = [
  plant(
    "open-data-files-wrong",
    "a file with another sum",
    `${PUBLISHED} update open_month set csv_sha256 = repeat('0', 64)`,
    /^2026-09 1 csv$/,
  ),
  plant(
    "open-data-files-wrong",
    "a file of another length",
    `${PUBLISHED} update open_month set json_bytes = json_bytes + 1`,
    /^2026-09 1 json$/,
  ),
  plant(
    "open-data-files-wrong",
    "a file that cannot be opened",
    `${PUBLISHED} update open_month set json_file = '\\x00'`,
    /^2026-09 1 json$/,
  ),
  plant(
    "open-data-files-wrong",
    "a file of another month",
    version({ json: { ...FILE, month: "2026-08" } }),
    /^2026-09 1 rows$/,
  ),
  plant(
    "open-data-files-wrong",
    "a file of fewer rows",
    version({ json: { ...FILE, rows: FILE.rows.slice(1) } }),
    /^2026-09 1 rows$/,
  ),
  plant(
    "open-data-files-wrong",
    "offices that no row is of",
    `${PUBLISHED} update open_month set offices = 2`,
    /^2026-09 1 rows$/,
  ),
  plant("open-data-files-wrong", "a file that is no list", version({ json: [] }), /^2026-09 1 rows$/),
  plant(
    "open-data-files-wrong",
    "a version that is gone",
    `${PUBLISHED} update open_month set version = 3, reason = 'late-counts', json_file = json_file`,
    /^2026-09 (3 rows|versions 1 \/ 3)$/,
  ),
  plant(
    "open-data-late",
    "a month that nobody has published",
    "insert into open_month_due (month) values ('2026-10-01')",
    /^2026-10 due$/,
  ),
  plant(
    "open-data-late",
    "a month that nobody has noted",
    `update office set is_example = false; ${outcomes("2026-10-05")}`,
    /^2026-10 never$/,
  ),
  plant(
    "open-data-late",
    "a month published before its end",
    version({ at: "2026-09-30T20:59:59Z" }),
    /^2026-09 too early$/,
  ),
  plant("open-data-without-key", "the key lost", `${PUBLISHED} delete from open_data_key`, /^lost$/),
  plant(
    "open-data-without-key",
    "a version without its key",
    version({ key: "null" }),
    /^2026-09 1 without fingerprint$/,
  ),
  plant(
    "open-data-without-key",
    "a month due by another key",
    `${version({ key: OTHER_KEY })} insert into open_month_due (month) values ('2026-09-01')`,
    /^2026-09 due by another key$/,
  ),
];

/** What is no finding: a month that was published, one that has not ended, one of invented offices, and one of an earlier key. */
export const OPEN_DATA_IN_ORDER = `${PUBLISHED} ${version({ month: "2026-08-01", key: OTHER_KEY, json: { ...FILE, month: "2026-08" } })}
  ${outcomes("2026-09-05")} ${outcomes("2026-10-05")} ${outcomes("2026-11-05")} insert into open_month_due (month) values ('2026-11-01');`;
