import { useText } from "../../../kit/text.tsx";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import { isConfirmed } from "../../statuses.ts";

/** Which means of contact there are, without showing them. */
export function CardIcons({ appointment: { business, phone, email, status } }: { appointment: Appointment }) {
  const t = useText();
  if (!isConfirmed(status)) return null;
  const marks: [boolean, IconName, string][] = [
    [business !== null, "building", t("plan.isBusiness")],
    [phone !== null, "phone", t("plan.hasPhone")],
    [email !== null, "mail", t("plan.hasEmail")],
  ];
  return (
    <span className="card__icons">
      {marks.map(
        ([isThere, icon, words]) =>
          isThere && (
            <span key={icon} title={words}>
              <Icon name={icon} />
              <span className="visually-hidden">, {words}</span>
            </span>
          ),
      )}
      {!phone && !email && <span className="visually-hidden">, {t("plan.noContact")}</span>}
    </span>
  );
}
