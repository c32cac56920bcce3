import type { ReactNode } from "react";
import { useText } from "../text.tsx";
import { type FiguresSearch, searchForView } from "./figures-search.ts";

interface FigureViewsProps {
  readonly linkTo: (search: FiguresSearch, look: ReturnType<typeof lookOf>) => ReactNode;
}

/** «Εικόνα / Πίνακες», of all figures of a page at once. */
export function FigureViews({ linkTo }: FigureViewsProps) {
  const t = useText();
  return (
    <nav className="segments" aria-label={t("charts.views")}>
      {linkTo(searchForView("picture"), lookOf(t("charts.picture")))}
      {linkTo(searchForView("tables"), lookOf(t("charts.tables")))}
    </nav>
  );
}

/** The one whose search the address has is marked by its link. */
const lookOf = (children: string) => ({
  children,
  activeOptions: { exact: true, includeSearch: true },
});
