import type { StoredFile } from "../../../measures/open-data/version-facts.ts";
import { fileOfVersion } from "../../../measures/open-data/versions.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { dateOf } from "../../../platform/time.ts";
import { type FileName, fileNameOf } from "./addresses.ts";
import { publishedOn } from "./months.ts";

/**
 * A file as it was published, gzipped.
 * @throws Refusal 404, saying which: no file is called so, a month that is not published yet or never was, no such version
 */
export async function publishedFile(
  db: ReadOnlyDatabase,
  name: string,
  now: Temporal.Instant,
): Promise<StoredFile & { readonly wanted: FileName }> {
  const wanted = fileNameOf(name);
  if (!wanted) throw new Refusal(404, "statistics-file-unknown");
  const file = await fileOfVersion(db.nation, wanted);
  if (file) return { ...file, wanted };
  const { month } = wanted;
  const on = publishedOn(Temporal.PlainYearMonth.from(month));
  if (Temporal.PlainDate.compare(dateOf(now), on) < 0)
    throw new Refusal(404, "month-not-over", { values: { month, date: on.toString() } });
  const isPublished =
    wanted.version !== null && (await fileOfVersion(db.nation, { ...wanted, version: null })) !== null;
  throw new Refusal(404, isPublished ? "month-version-not-found" : "month-not-published", { values: { month } });
}
