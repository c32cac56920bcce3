import type { Read } from "../../platform/database/sql.ts";
import { openMonths, storedFile } from "./open-month-sql.ts";
import type { StoredFile, VersionFacts, WantedFile } from "./version-facts.ts";

/** For other modules: what is published by now. */

/** Newest month first, and of each the newest version. */
export const versionsPublished = (tx: Read): Promise<VersionFacts[]> => openMonths(tx);

/** null: there is none */
export const fileOfVersion = (tx: Read, wanted: WantedFile): Promise<StoredFile | null> => storedFile(tx, wanted);
