import type { PlaceView } from "../place/place-view.ts";
import type { EntranceTerms } from "./number-sql.ts";

/** What is told to whoever has got a number. */
export interface NumberPlace extends PlaceView {
  readonly terms: EntranceTerms;
  /** Where the own place is seen, as a whole address */
  readonly address: string;
  /** Above the number, of somebody who came with an appointment; null: they came without */
  readonly lead: { readonly title: string; readonly text: string } | null;
}
