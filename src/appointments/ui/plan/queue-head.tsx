import { Space, useText } from "../../../kit/text.tsx";
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

/** Name first; what has no room beside it drops out of the line, as the badges and counts after it. */
export function QueueHead({ column, layout, headingId, onFold }: QueueHeadProps) {
  const t = useText();
  const { queue, appointments } = column;
  return (
    <div className="column__head">
      <div className="column__line">
        <h2 id={headingId}>
          <span className="column__name">{queue.name}</span>
          <Space />
          {queue.isMine && <span className="badge badge--navy">{t("plan.mine")}</span>}
          <Space />
          {!queue.active && <span className="badge">{t("plan.inactive")}</span>}
          {queue.isDefault && <span className="visually-hidden">{` ${t("plan.default")} `}</span>}
          <Space />
          <VisibilityTag isPublic={queue.public} />
        </h2>
        <span className="column__free">
          <b>{queue.free.length}</b> {t("plan.free", { count: queue.free.length })}
        </span>
        {onFold && (
          <Button
            look="ghost"
            size="in-card"
            isIcon
            onClick={onFold}
            aria-expanded
            aria-label={t("plan.collapse", { queue: queue.name })}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      <div className="column__line">
        <Space />
        <span className="column__who">{queue.employee ?? t("plan.noEmployee")}</span>
        <Space />
        <span className="column__count">
          <b>{appointments}</b> {t("plan.appointments", { count: appointments })}
        </span>
        {!layout.isPast && <AbsenceLink queue={queue} isToday={layout.now !== null} />}
      </div>
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
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
