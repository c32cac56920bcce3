import { useText } from "../../../../kit/text.tsx";
import { useDayAddress } from "../../use-day-navigation.ts";

/** Where the way out of the panel leads: what stands beside it. */
export function useBackLabel(): string {
  const t = useText();
  const { search } = useDayAddress();
  return t(search.view === "table" ? "panel.back-to-table" : "panel.back");
}
