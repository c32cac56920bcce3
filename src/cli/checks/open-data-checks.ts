import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { WAITED_DAYS } from "../../measures/open-data/publish.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { Check, Finding } from "./check.ts";

/** What was published of a month stays as it was, comes in time, and is by one key. */

interface StoredVersion {
  readonly month: string;
  readonly version: number;
  readonly offices: number;
  readonly recorded: number;
  readonly csv: Buffer;
  readonly json: Buffer;
  readonly csvSha256: string;
  readonly jsonSha256: string;
  readonly csvBytes: number;
  readonly jsonBytes: number;
}

/** Each file is what its sum and length say, and both are of that version and of as many offices; no version is missing. */
const filesWrong: Check = {
  name: "open-data-files-wrong",
  remedy: "report",
  find: async (tx) => {
    const versions = await tx.sql<{ month: string; version: number }>`
      select month::text as month, version from open_month order by month, version`;
    const wrong: Finding[] = [];
    // One after another: a month of all offices is some megabytes.
    for (const { month, version } of versions)
      for (const what of await faultsOf(await storedVersion(tx, month, version)))
        wrong.push({ finding: `${month.slice(0, 7)} ${version} ${what}` });
    const gaps = await tx.sql<Finding>`
      select concat_ws(' ', to_char(month, 'YYYY-MM'), 'versions', count(*), '/', max(version)) as finding
      from open_month group by month having count(*) <> max(version) order by 1`;
    return [...wrong, ...gaps];
  },
};

async function storedVersion(tx: Read, month: string, version: number): Promise<StoredVersion> {
  const [row] = await tx.sql<StoredVersion>`
    select to_char(month, 'YYYY-MM') as month, version, offices, offices_recorded as recorded, csv_file as csv, json_file as json,
      csv_sha256 as "csvSha256", json_sha256 as "jsonSha256", csv_bytes as "csvBytes", json_bytes as "jsonBytes"
    from open_month where month = ${month} and version = ${version}`;
  return row as StoredVersion;
}

async function faultsOf(stored: StoredVersion): Promise<string[]> {
  const [csv, json] = await Promise.all([unzipped(stored.csv), unzipped(stored.json)]);
  const isCsv = csv !== null && isSummed(csv, stored.csvSha256, stored.csvBytes);
  const isJson = json !== null && isSummed(json, stored.jsonSha256, stored.jsonBytes);
  return [
    ...(isCsv ? [] : ["csv"]),
    ...(isJson ? [] : ["json"]),
    ...(isCsv && isJson && !isOfVersion(stored, csv.toString(), json.toString()) ? ["rows"] : []),
  ];
}

const unzipped = (file: Buffer): Promise<Buffer | null> => promisify(gunzip)(file).catch(() => null);

const isSummed = (file: Buffer, sha256: string, bytes: number): boolean =>
  file.length === bytes && createHash("sha256").update(file).digest("hex") === sha256;

const monthFile = z.object({
  month: z.string(),
  version: z.int(),
  rows: z.array(z.object({ level: z.string(), group: z.string(), recorded: z.boolean() })),
});

/** Of the CSV only its lines: names of offices hold none. */
function isOfVersion({ month, version, offices, recorded }: StoredVersion, csv: string, json: string): boolean {
  const { data: file } = monthFile.safeParse(parsed(json));
  const ofOffices = file?.rows.filter(({ level, group }) => level === "office" && group === "all");
  return (
    file?.month === month &&
    file.version === version &&
    ofOffices?.length === offices &&
    ofOffices.filter((row) => row.recorded).length === recorded &&
    csv.trimEnd().split("\n").length === file.rows.length + 1
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Some hours are left to whoever is at it, and a day to find out that nobody is. */
const LATE_DAYS = WAITED_DAYS + 1;

/**
 * Whatever was counted of a month that has ended is published, or waits for the next hour; and nothing of one that has not.
 * Invented offices count their past while the program serves: theirs is due when the last one has.
 */
const late: Check = {
  name: "open-data-late",
  remedy: "running",
  find: (tx, now) => {
    const endedBy = dateOf(now).subtract({ days: LATE_DAYS });
    return tx.sql<Finding>`
      select concat_ws(' ', to_char(month, 'YYYY-MM'), 'due') as finding from open_month_due as due
      where month + interval '1 month' <= ${endedBy}::date and not exists (
        select from open_month cross join open_data_key
        where open_month.month = due.month and key_fingerprint <> encode(sha256(key), 'hex'))
      union all
      select concat_ws(' ', to_char(month, 'YYYY-MM'), 'never') from (
        select distinct date_trunc('month', date)::date as month
        from day_outcome join office on office.id = office_id where not is_example) as counted
      where month + interval '1 month' <= ${endedBy}::date
        and not exists (select from open_month where open_month.month = counted.month)
        and not exists (select from open_month_due as due where due.month = counted.month)
      union all
      select concat_ws(' ', to_char(month, 'YYYY-MM'), 'too early') from open_month
      where published_at < (month + interval '1 month') at time zone 'Europe/Athens'
      order by 1`;
  },
};

/** What is published was made by the key that there is; of months of an earlier key nothing is due. */
const withoutKey: Check = {
  name: "open-data-without-key",
  remedy: "open-data-key",
  find: (tx) => tx.sql<Finding>`
    select 'lost' as finding where exists (select from open_month) and not exists (select from open_data_key)
    union all
    select concat_ws(' ', to_char(month, 'YYYY-MM'), version, 'without fingerprint') from open_month where key_fingerprint is null
    union all
    select concat_ws(' ', to_char(month, 'YYYY-MM'), 'due by another key') from open_month_due as due
    where exists (select from open_month cross join open_data_key
      where open_month.month = due.month and key_fingerprint <> encode(sha256(key), 'hex'))
    order by 1`,
};

export const openDataChecks: readonly Check[] = [filesWrong, late, withoutKey];
