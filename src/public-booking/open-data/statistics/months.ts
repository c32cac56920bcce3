import { PUBLISHED_AFTER_DAYS } from "../../../measures/open-data/publish.ts";
import type { VersionFacts } from "../../../measures/open-data/version-facts.ts";
import { versionsPublished } from "../../../measures/open-data/versions.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";
import { dateOf } from "../../../platform/time.ts";
import type { Site } from "../open-data.ts";
import { fileAddress, LICENCE, STATISTICS_PATH } from "./addresses.ts";
import type { OpenMonths, OpenVersion } from "./contract.ts";

/** What is published by now, newest first, and what comes next. */
export async function publishedMonths(db: ReadOnlyDatabase, site: Site, now: Temporal.Instant): Promise<OpenMonths> {
  const versions = await versionsPublished(db.nation);
  const months = Map.groupBy(versions, ({ month }) => month);
  return {
    licence: LICENCE,
    schema: site(`${STATISTICS_PATH}/schema.json`),
    dataPackage: site(`${STATISTICS_PATH}/datapackage.json`),
    ...nextOf(now),
    months: [...months].map(([month, those]) => ({ month, versions: those.map((one) => versionOf(one, site)) })),
  };
}

/** The running month, when the days of it are no more counted anew. */
function nextOf(now: Temporal.Instant): Pick<OpenMonths, "nextMonth" | "nextOn"> {
  const today = dateOf(now);
  const last = today.toPlainYearMonth().subtract({ months: 1 });
  const isStillToCome = Temporal.PlainDate.compare(today, publishedOn(last)) < 0;
  const next = isStillToCome ? last : today.toPlainYearMonth();
  return { nextMonth: next.toString(), nextOn: publishedOn(next).toString() };
}

export const publishedOn = (month: Temporal.PlainYearMonth): Temporal.PlainDate =>
  month.add({ months: 1 }).toPlainDate({ day: 1 }).add({ days: PUBLISHED_AFTER_DAYS });

function versionOf(facts: VersionFacts, site: Site): OpenVersion {
  const { month, version, publishedAt, reason, note, offices, officesRecorded } = facts;
  return {
    version,
    publishedAt: publishedAt.toString(),
    correction: reason,
    note,
    offices,
    officesRecorded,
    csv: { url: site(fileAddress(month, "csv", version)), bytes: facts.csvBytes, sha256: facts.csvSha256 },
    json: { url: site(fileAddress(month, "json", version)), bytes: facts.jsonBytes, sha256: facts.jsonSha256 },
  };
}
