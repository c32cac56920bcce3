import type { WishNews } from "../../draws/wishes/wish-news.ts";
import type { DrawKind, VisitPlace } from "../../outbox/planned.ts";
import type { LetterAddresses } from "../letter/envelope.ts";
import type { Visit } from "../visit-sql.ts";
import type { FreeOffice } from "./offices-sql.ts";

/** What a citizen is written of their wish for a draw. */
export interface DrawLetter extends LetterAddresses {
  readonly kind: DrawKind;
  /** The row that stands for the wish */
  readonly visit: Visit;
  readonly was: null;
  readonly wish: WishToTell;
  /** Where and when the place is that they were given */
  readonly place: VisitPlace;
}

export interface WishToTell {
  readonly news: WishNews;
  /** Those of the wish and of what was given to it, by their ids */
  readonly offices: ReadonlyMap<number, FreeOffice>;
}
