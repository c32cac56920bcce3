import { useText } from "../../../web/text.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import { actsOn } from "../panel/next-acts.ts";
import { nextStep } from "./row-acts.ts";
import type { TableRowProps } from "./table-row.tsx";

/** The one next act, and the menu of the others; only the row at hand is in the Tab order. */
export function RowButtons({ row, now, isTabStop, isMenuOpen, isPending, onAct, onMenu }: TableRowProps) {
  const t = useText();
  const { appointment, first, rest } = row;
  const step = nextStep(actsOn(appointment, now));
  const whose = { name: `${first} ${rest}`.trim(), time: appointment.time };
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div>
      {step && (
        <Button
          key={step}
          size="small"
          tabIndex={tabIndex}
          aria-label={t("plan.actFor", { act: t(`plan.act-${step}`), ...whose })}
          aria-disabled={isPending}
          onClick={() => onAct(step)}
        >
          {t(`plan.act-${step}`)}
        </Button>
      )}
      {appointment.status !== "held" && (
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
