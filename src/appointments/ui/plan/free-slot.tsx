import { placed } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import { useFillingsAt } from "../../../live/ui/use-fillings-at.ts";
import { cellId, keepFocusInPanel } from "../cell-focus.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import type { PlanCellProps } from "./plan-cell-props.ts";

/** "11:30 ελεύθερη, Νέο ραντεβού, Ουρά 1": quiet until it is looked at. What a colleague is filling in is not offered. */
export function FreeSlot({
  cell,
  range,
  queue,
  date,
  time,
  isTabStop,
  isAlternative,
}: PlanCellProps & { time: string }) {
  const t = useText();
  const { pick, isPlacing } = useDayNavigation();
  const names = useFillingsAt({ date, queue: queue.number, from: cell.from, to: cell.to });
  const id = cellId({ queue: queue.number, from: cell.from });
  const choose = () => {
    if (names) return;
    pick({ date, time, queue: queue.number });
    if (isPlacing) keepFocusInPanel();
  };
  return (
    <li className="plan-place" data-cell={id} style={placed(cell, range)}>
      <button
        type="button"
        className={classes("free", isAlternative && "is-alternative", names && "is-filling")}
        id={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-disabled={names !== "" || undefined}
        // With the mouse, what is being typed in the open form keeps the focus.
        onMouseDown={(event) => isPlacing && event.preventDefault()}
        onClick={choose}
      >
        {time} <span className="visually-hidden">{t("plan.slotFree")}, </span>
        {names && (
          <span className="free__filling" title={names}>
            {t("live.filling", { names })}
            <span className="visually-hidden">, </span>
          </span>
        )}
        {isAlternative && <span>{t("plan.alternative")}</span>}
        {!names && (
          <span className="free__new">
            <Icon name="plus" />
            {t("plan.new")}
            <span className="visually-hidden">, </span>
          </span>
        )}
        <span className="visually-hidden">{queue.name}</span>
      </button>
    </li>
  );
}
