import { focusFirstIn } from "../../../kit/focus.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { chosenValues, FILTER_NAMES, type FilterName, NO_FILTERS } from "../look.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { useListedVisits } from "../waiting/use-listed-visits.ts";
import { FilterCount } from "./filter-count.tsx";
import { fullChoice, optionsOf } from "./filter-options.ts";
import { FILTERS_ID } from "./row-focus.ts";

interface FilterChipsProps {
  readonly office: Office;
  readonly day: Day;
  readonly names: readonly FilterName[];
}

/** How many are shown, and in words which filters leave the others out; each goes away with a press. */
export function FilterChips({ office, day, names }: FilterChipsProps) {
  const t = useText();
  const { language } = useLanguage();
  const { search } = useDayAddress();
  const { show } = useDayNavigation();
  const { visits } = useListedVisits(office, day);
  const isActive = (name: FilterName) => chosenValues(search, name).length > 0;
  const active = names.filter(isActive);
  if (search.view !== "table" && !FILTER_NAMES.some(isActive)) return null;
  const wordsFor = (name: FilterName) => {
    const chosen = chosenValues(search, name);
    const options = optionsOf(name, search, { t, language, office, day, visits });
    const filter = t(name === "queues" && chosen.length > 1 ? "table.queuesMore" : `table.${name}`);
    return t("table.chip", { filter, chosen: fullChoice(options, chosen, { t, language }) });
  };
  return (
    <div
      className={active.length > 0 || search.view !== "table" ? "chips" : "visually-hidden"}
      role="group"
      aria-label={t("table.active")}
    >
      <FilterCount office={office} day={day} />
      {active.map((name) => (
        <button key={name} type="button" className="chip" onClick={() => clear({ [name]: undefined })}>
          {wordsFor(name)}
          <Icon name="close" />
          <span className="visually-hidden">, {t("table.removeFilter")}</span>
        </button>
      ))}
      {active.length > 0 && (
        <Button look="ghost" size="small" onClick={() => clear(NO_FILTERS)}>
          {t("table.clear")}
        </Button>
      )}
    </div>
  );

  /** The chip that was pressed goes away with its filter: the work goes on at the filters. */
  function clear(look: Partial<typeof NO_FILTERS>): void {
    focusFirstIn(FILTERS_ID);
    show(look);
  }
}
