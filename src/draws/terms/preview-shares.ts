import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { refuseFields } from "../../platform/refusal.ts";
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

/** What other shares would have changed in the last draw, and for a seller: what is published of it may not have its wishes. Outside of any transaction: it takes a while. */
export async function previewOfShares(
  db: Pick<Database, "read" | "nation">,
  { draw, shares }: LastDraw,
  proposed: SharesRequest,
): Promise<NonNullable<SharesPreview["preview"]>> {
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
