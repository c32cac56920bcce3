import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { chosenValues, type FilterName, toggled } from "../look.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { useListedVisits } from "../waiting/use-listed-visits.ts";
import { FilterDisclosure } from "./filter-disclosure.tsx";
import { openFirstFilter } from "./filter-keys.ts";
import { optionsOf } from "./filter-options.ts";
import { FILTERS_ID } from "./row-focus.ts";

interface FilterBarProps {
  readonly office: Office;
  readonly day: Day;
  readonly names: readonly FilterName[];
}

/** One disclosure per filter; what is ticked stands in the address at once. */
export function FilterBar({ office, day, names }: FilterBarProps) {
  const t = useText();
  const { language } = useLanguage();
  const { search } = useDayAddress();
  const { show } = useDayNavigation();
  const { visits } = useListedVisits(office, day);
  useShortcuts({ KeyF: openFirstFilter });
  return (
    <div id={FILTERS_ID} className="filters" role="group" aria-label={t("table.filters")}>
      {names.map((name) => (
        <FilterDisclosure
          key={name}
          label={t(`table.${name}`)}
          options={optionsOf(name, search, { t, language, office, day, visits })}
          chosen={chosenValues(search, name)}
          onToggle={(value) => show(toggled(search, name, value))}
          onClear={() => show({ [name]: undefined })}
        />
      ))}
    </div>
  );
}
