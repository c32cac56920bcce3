import { wishNews } from "../../draws/wishes/wish-news.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Pending } from "../pending.ts";
import { isOfDraw } from "../rules.ts";
import type { WishToTell } from "./draw-letter.ts";
import { officesAt } from "./offices-sql.ts";

/** Of the wishes of which something is planned, by the rows that stand for them; one that is over is none of them. */
export async function wishesToTell(
  tx: Read,
  officeId: number,
  pending: readonly Pending[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, WishToTell>> {
  const visits = pending.filter(({ kind }) => isOfDraw(kind)).map(({ appointment }) => appointment);
  const news = await wishNews(tx, officeId, [...new Set(visits)], now);
  if (news.size === 0) return new Map();
  const ids = [...news.values()].flatMap(({ wish, result }) => [...wish.offices, ...(result ? [result.office] : [])]);
  const offices = await officesAt(tx, [...new Set(ids)]);
  return new Map([...news].map(([visit, each]) => [visit, { news: each, offices }]));
}
