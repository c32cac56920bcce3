import { Suspense, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { DialogComing } from "../../../kit/form/dialog-coming.tsx";
import { NOTHING_AHEAD } from "../../../kit/form/typed-ahead.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { lazyPart } from "../../../kit/ui/part.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { placeOf } from "../cell-focus.ts";
import { useDayNavigation } from "../use-day-navigation.ts";

/** Fetched once the plan is shown, so that «A» opens it at once. */
export const LazyUnnamedDialog = lazyPart(() => import("./unnamed-dialog.tsx"), "UnnamedDialog");

interface WalkInProps {
  readonly office: Office;
  /** As it is known by now: perhaps another one than is shown */
  readonly day: Day;
  /** Of the plan that is shown */
  readonly date: string;
}

/** «Χωρίς ραντεβού», once it is known where. */
export const WalkInButton = ({ office, day, date }: Partial<WalkInProps> & Pick<WalkInProps, "date">) =>
  office && day ? <WalkInHere office={office} day={day} date={date} /> : null;

/** The button beside today's plan, and its key beside any day's, for who comes is here today. */
function WalkInHere({ office, day, date }: WalkInProps) {
  const t = useText();
  const { openWalkIn } = useDayNavigation();
  // In which queue the clerk stood, by the arrows
  const [from, setFrom] = useState<{ readonly queue: number | undefined } | null>(null);
  const ahead = useRef(NOTHING_AHEAD);
  const open = () => {
    ahead.current = NOTHING_AHEAD;
    setFrom({ queue: placeOf(document.activeElement)?.queue });
  };
  const close = () => setFrom(null);
  useShortcuts({ KeyA: open });
  const goOnWithName = (service: string) => {
    // While the dialog is open nothing behind it can have the focus.
    flushSync(() => setFrom(null));
    openWalkIn(day.now.date, { queue: from?.queue, service });
  };
  return (
    <>
      {date === day.now.date && (
        <Button className="walk-in-button" title={t("plan.walkIn")} onClick={open} aria-keyshortcuts="a">
          <Icon name="person" />
          <span>{t("plan.walkIn")}</span> <kbd aria-hidden="true">A</kbd>
        </Button>
      )}
      {from && (
        <Suspense fallback={<DialogComing title={t("waiting.unnamed-title")} ahead={ahead} onClose={close} />}>
          <LazyUnnamedDialog office={office} day={day} ahead={ahead} onNamed={goOnWithName} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
