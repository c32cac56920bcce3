import type { AcrossOffices } from "../../platform/database/sql.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type DrawRow, needsOfDraw } from "../draw-sql.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import type { IdentityKind } from "../rule/draw-record.ts";
import { boundOf } from "../terms/bounds.ts";

/** How many places a kind of identity may get by now, and of how many: heads give and take places until the draw closes. */
export interface KindBound {
  /** Null: no bound */
  readonly most: number | null;
  readonly places: number;
}

export async function kindBound(tx: AcrossOffices, draw: DrawRow, kind: IdentityKind): Promise<KindBound> {
  const [cells, needs] = await Promise.all([cellsOfDraw(tx, draw.number), needsOfDraw(tx, draw.number)]);
  const places = cells.reduce((sum, cell) => sum + cell.places, 0) - needs;
  const percents: Readonly<Partial<Record<IdentityKind, number>>> = {
    email: draw.emailPercent,
    phone: draw.phonePercent,
  };
  return { most: boundOf(percents[kind] ?? 100, places), places };
}

/** A wish of more people than its kind has places could never be drawn. */
export const tooManyErrors = ({ most }: Pick<KindBound, "most">, people: number): FieldError[] =>
  most !== null && people > most ? [{ field: "people", code: "draw-people-many", values: { most } }] : [];
