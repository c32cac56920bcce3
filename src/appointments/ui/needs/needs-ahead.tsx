import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import { isToCome } from "../../statuses.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { needsSign } from "./needs-sign.ts";

/** «Ετοιμασία, 2»: of the day's visits to come those for which something is to be ready; each press opens the next. */
export function NeedsAhead({ appointments }: { readonly appointments: readonly Appointment[] }) {
  const t = useText();
  const { search } = useDayAddress();
  const { openAppointment } = useDayNavigation();
  const ahead = appointments
    .filter((visit) => isToCome(visit.status) && needsSign(visit) !== null)
    .sort((a, b) => (a.time < b.time ? -1 : 1));
  const next = ahead[ahead.findIndex(({ id }) => id === search.panel) + 1] ?? ahead[0];
  if (!next) return null;
  const count = ahead.length;
  return (
    <Button
      look="link"
      size="small"
      aria-label={t("plan.needs-ahead-label", { count })}
      onClick={() => openAppointment(next.id)}
    >
      <Icon name="hand" /> {t("plan.needs-ahead", { count })}
    </Button>
  );
}
