import { useText } from "../../../kit/text.tsx";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import { isConfirmed } from "../../statuses.ts";

interface CardIconsProps {
  readonly appointment: Appointment;
  readonly isUndelivered: boolean;
}

/** Which means of contact there are, without showing them, and whether one has failed. */
export function CardIcons({ appointment: { business, phone, email, status, channel }, isUndelivered }: CardIconsProps) {
  const t = useText();
  if (!isConfirmed(status)) return null;
  const marks: [boolean, IconName, string][] = [
    [channel === "online", "globe", t("plan.fromWeb")],
    [business !== null, "building", t("plan.isBusiness")],
    [phone !== null, "phone", t("plan.hasPhone")],
    [email !== null && !isUndelivered, "mail", t("plan.hasEmail")],
    [isUndelivered, "mail-lost", t("plan.undelivered")],
  ];
  return (
    <span className="card__icons">
      {marks.map(
        ([isThere, icon, words]) =>
          isThere && (
            <span key={icon} title={words} className={icon === "mail-lost" ? "card__lost" : undefined}>
              <Icon name={icon} />
              <span className="visually-hidden">, {words}</span>
            </span>
          ),
      )}
      {!phone && !email && <span className="visually-hidden">, {t("plan.noContact")}</span>}
    </span>
  );
}
