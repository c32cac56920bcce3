import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import type { DrawTerms } from "./draw-terms.ts";
import { drawTerms } from "./terms-sql.ts";

/** As the ministry has set them by now, for the next draw: one that has begun keeps its own. */
export const currentTerms = (db: ReadOnlyDatabase): Promise<DrawTerms> => drawTerms(db.nation);
