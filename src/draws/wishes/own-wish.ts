import type { Read } from "../../platform/database/sql.ts";
import type { DrawWishAt } from "./change-wish.ts";
import { wishesOfMarks } from "./person-sql.ts";

/** What somebody asks of a draw already, by the mark of whoever signed in; null: nothing yet. */
export async function wishOfOwner(tx: Read, draw: number, mark: Buffer): Promise<DrawWishAt | null> {
  const [wish] = await wishesOfMarks(tx, draw, [{ key: mark }]);
  return wish ? { office: wish.office, visit: wish.visit } : null;
}
