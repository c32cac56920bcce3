import type { ReactNode } from "react";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import { isConfirmed } from "../../statuses.ts";
import type { Delay } from "../delay.ts";
import { DelayWords } from "../delay-words.tsx";

interface CardStateProps {
  readonly appointment: Appointment;
  readonly delay: Delay | null;
  readonly isTaken: boolean;
  readonly isUndelivered: boolean;
}

/** At the end of a card what somebody may have to act on: taken by another desk, minutes, a letter that was lost. */
export function CardState({
  appointment: { status, channel, phone, email },
  delay,
  isTaken,
  isUndelivered,
}: CardStateProps) {
  const t = useText();
  if (isTaken) return <State>{t("plan.justTaken")}</State>;
  if (status === "no-show" || status === "left")
    return (
      <State>
        <span aria-hidden="true">{t(`plan.status-${status}`)}</span>
      </State>
    );
  return (
    <>
      {isConfirmed(status) && isUndelivered && (
        <State>
          <span className="card__lost" title={t("plan.undelivered")}>
            <Icon name="mail-lost" />
            <span className="visually-hidden">{t("plan.undelivered")}</span>
          </span>
        </State>
      )}
      {delay && (
        <State>
          <DelayWords delay={delay} />
        </State>
      )}
      {!delay && channel === "online" && isConfirmed(status) && (
        <span className="card__origin" title={t("plan.fromWeb")}>
          <Icon name="globe" />
        </span>
      )}
      {channel === "online" && isConfirmed(status) && <span className="visually-hidden">, {t("plan.fromWeb")}</span>}
      {!phone && !email && isConfirmed(status) && <span className="visually-hidden">, {t("plan.noContact")}</span>}
    </>
  );
}

const State = ({ children }: { children: ReactNode }) => (
  <span className="card__state">
    <span className="visually-hidden">, </span>
    {children}
  </span>
);
