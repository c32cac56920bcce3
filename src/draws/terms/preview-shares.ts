import { createCache } from "../../platform/cache.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { turns } from "../../platform/turns.ts";
import type { SharesPreview, SharesRequest } from "../contract.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { previewOfBounds, previewOfSeller } from "../preview.ts";
import { lastPublished } from "../published/file-sql.ts";
import { boundsOf, countPlaces, courseOf } from "../run/course.ts";
import { termRangeErrors } from "./terms-rules.ts";
import { drawTerms } from "./terms-sql.ts";

const MAILBOXES = 100;
/** A try of a draw takes time by its wishes, which others of the process wait for: of large ones fewer are made. */
const WISHES_TRIED = 40_000;
const MOST_TRIES = 100;
const LEAST_TRIES = 3;

export interface LastDraw {
  readonly draw: DrawRow;
  /** As they hold now */
  readonly shares: SharesRequest;
}

/** Null: none was published yet. @throws Refusal 422 at the fields */
export async function lastDraw(tx: Read, proposed: SharesRequest): Promise<LastDraw | null> {
  refuseFields(termRangeErrors(proposed));
  const number = await lastPublished(tx);
  const draw = number === null ? null : await drawOf(tx, number);
  const { emailPercent, phonePercent } = await drawTerms(tx);
  return draw && { draw, shares: { emailPercent, phonePercent } };
}

type Preview = NonNullable<SharesPreview["preview"]>;
type Draws = Pick<Database, "read" | "nation">;

/** Of a draw that was held nothing changes any more: what was computed once stands. */
const MOST_CACHED = 50;

/**
 * What other shares would have changed in the last draw, and for a seller. Outside of any transaction: it takes the processor for
 * seconds. So a process computes one at a time, and whoever asks the same is told the same.
 */
export function createSharesPreviews(db: Draws): (last: LastDraw, proposed: SharesRequest) => Promise<Preview> {
  const cache = createCache<string, Preview>({ name: "previews of shares", max: MOST_CACHED });
  const inTurn = turns<"preview">();
  return async (last, proposed) => {
    const key = JSON.stringify([last.draw.number, last.shares, proposed.emailPercent, proposed.phonePercent]);
    return cache.peek(key) ?? inTurn("preview", () => cache.load(key, () => computePreview(db, last, proposed)));
  };
}

/** From what is stored: what is published of it may not have its wishes. */
async function computePreview(db: Draws, { draw, shares }: LastDraw, proposed: SharesRequest): Promise<Preview> {
  const { wishes, terms } = await courseOf(db, draw);
  const { places } = terms;
  const record = { wishes, places, order: wishes.map(({ number }) => number) };
  const change = { now: boundsOf(shares, places), proposed: boundsOf(proposed, places) };
  const tries = Math.max(LEAST_TRIES, Math.min(MOST_TRIES, Math.floor(WISHES_TRIED / (wishes.length + MAILBOXES))));
  const { kinds, all } = previewOfBounds(record, change);
  const seller = await previewOfSeller(record, change, { mailboxes: MAILBOXES, tries, seed: String(draw.number) });
  return {
    draw: draw.number,
    places: countPlaces(places),
    shares: { now: shares, proposed },
    kinds: [...kinds],
    all,
    seller: { mailboxes: MAILBOXES, tries, ...seller },
  };
}
