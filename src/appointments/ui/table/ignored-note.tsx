import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { useDayAddress } from "../use-day-navigation.ts";

/** Said once, quietly: part of the address made no sense and was left out. */
export function IgnoredNote() {
  const t = useText();
  const { search } = useDayAddress();
  if (!search.ignored) return null;
  return (
    <p className="hint ignored" role="status">
      <Icon name="info" /> {t("table.ignored")}
    </p>
  );
}
