import type { NoShows } from "../../../draws/contract.ts";
import { useText } from "../../../kit/text.tsx";

/** Who did not come, before the draws and of those drawn since: only where there are enough of both. */
export function NoShowsBesideDraws({ noShows }: { readonly noShows: NoShows | null }) {
  const t = useText();
  if (!noShows) return null;
  const words = ({ missed, of }: NoShows["before"]) =>
    t("drawDesk.missed-of", { missed, of, percent: Math.round((missed / of) * 100) });
  return <p>{t("drawDesk.missed", { before: words(noShows.before), drawn: words(noShows.drawn) })}</p>;
}
