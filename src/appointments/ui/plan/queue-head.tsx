import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { AbsenceLink } from "./absence-link.tsx";
import type { PlanLayout, QueueColumn } from "./plan-layout.ts";
import { TimeBand } from "./time-band.tsx";

interface QueueHeadProps {
  readonly column: QueueColumn;
  readonly layout: PlanLayout;
  readonly headingId: string;
  readonly onFold: (() => void) | undefined;
}

export function QueueHead({ column, layout, headingId, onFold }: QueueHeadProps) {
  const t = useText();
  const { queue, appointments } = column;
  return (
    <div className="column__head">
      <h2 id={headingId}>
        <span className="column__name">{queue.name}</span>
        {queue.isDefault && <span className="badge">{t("plan.default")}</span>}
        {!queue.active && <span className="badge">{t("plan.inactive")}</span>}
        <VisibilityTag isPublic={queue.public} />
      </h2>
      {!layout.isPast && <AbsenceLink queue={queue} isToday={layout.now !== null} />}
      {onFold && (
        <Button
          className="column__fold"
          look="ghost"
          size="in-card"
          isIcon
          onClick={onFold}
          aria-expanded
          aria-label={t("plan.collapse", { queue: queue.name })}
        >
          <Icon name="previous" />
        </Button>
      )}
      <p>
        <span className="column__who">{queue.employee ?? t("plan.noEmployee")}</span>
        <span>
          <b>{appointments}</b> {t("plan.appointments", { count: appointments })}, <b>{queue.free.length}</b>{" "}
          {t("plan.free", { count: queue.free.length })}
        </span>
      </p>
      <TimeBand column={column} layout={layout} />
    </div>
  );
}

function VisibilityTag({ isPublic }: { isPublic: boolean }) {
  const t = useText();
  const words = t(isPublic ? "plan.public" : "plan.hidden");
  return (
    <span className={isPublic ? "badge badge--navy" : "badge"} title={words}>
      <Icon name={isPublic ? "eye" : "eye-off"} />
      <span>{words}</span>
    </span>
  );
}
