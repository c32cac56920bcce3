/** How a page of figures shows them; the address keeps it over a reload. */

export type FigureView = "picture" | "tables";

export interface FiguresSearch {
  /** Left out: as pictures */
  readonly view?: "tables";
}

export const validateFiguresSearch = ({ view }: Readonly<Record<string, unknown>>): FiguresSearch =>
  searchForView(view === "tables" ? view : "picture");

export const searchForView = (view: FigureView): FiguresSearch => ({ view: view === "tables" ? view : undefined });
