import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Moment } from "../../acts.ts";
import { isConfirmed } from "../../statuses.ts";
import { actsOn } from "../acts/next-acts.ts";
import { type NextAct, nextActOn } from "./row-acts.ts";
import type { ListedAppointment } from "./rows.ts";

export interface RowButtonsProps {
  readonly row: ListedAppointment;
  readonly now: Moment;
  readonly isTabStop: boolean;
  readonly isMenuOpen: boolean;
  readonly isPending: boolean;
  readonly onAct: (act: NextAct) => void;
  readonly onMenu: (trigger: HTMLElement) => void;
}

/** The one next act, and the menu of the others; only the row at hand is in the Tab order. */
export function RowButtons({ row, now, isTabStop, isMenuOpen, isPending, onAct, onMenu }: RowButtonsProps) {
  const t = useText();
  const { appointment, first, rest } = row;
  const act = nextActOn(actsOn(appointment, now));
  const word = (what: NextAct) => t(what === "rebook" ? "table.rebook" : `plan.act-${what}`);
  const whose = { name: `${first} ${rest}`.trim(), time: appointment.time };
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div>
      {act && (
        <Button
          key={act}
          size="small"
          tabIndex={tabIndex}
          aria-label={t("plan.actFor", { act: word(act), ...whose })}
          aria-disabled={isPending}
          onClick={() => isPending || onAct(act)}
        >
          {word(act)}
        </Button>
      )}
      {isConfirmed(appointment.status) && (
        <Button
          size="small"
          look="ghost"
          isIcon
          tabIndex={tabIndex}
          aria-label={t("table.moreActs", whose)}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={({ currentTarget }) => onMenu(currentTarget)}
        >
          <Icon name="more" />
        </Button>
      )}
    </div>
  );
}
