import { visitorOf } from "../../../appointments/statuses.ts";
import type { Span } from "../../../kit/spans.ts";
import { useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { QueueOverview } from "../../contract.ts";
import { queueClosedWords } from "../day-words.ts";
import { DayBand } from "./day-band.tsx";
import { presenceAt } from "./offices-order.ts";

interface QueueLineProps {
  readonly queue: QueueOverview;
  readonly range: Span;
  /** By the server's clock; null on any other day than today */
  readonly time: string | null;
  readonly isPast: boolean;
}

/** A queue in an office's card: whose it is, what she does now, how full the day is. */
export function QueueLine({ queue, range, time, isPast }: QueueLineProps) {
  const t = useText();
  const waiting = queue.visits.filter(({ status }) => visitorOf(status) === "waiting").length;
  const presence = time === null ? null : presenceAt(queue, time);
  const counts = t("overview.queue-counts", {
    taken: t("overview.taken", { count: queue.taken }),
    free: roomWords(queue, isPast, t),
  });
  return (
    <li className="queue-line">
      <p>
        <b>{queue.name}</b> <span className="queue-line__who">{queue.employee ?? t("overview.no-employee")}</span>
        {presence && <span className="badge badge--navy">{t(`overview.${presence}`)}</span>}
        {waiting > 0 && <span className="badge">{t("overview.waiting", { count: waiting })}</span>}
      </p>
      <DayBand queue={queue} range={range} now={time} label={`${queue.name}: ${counts}`} />
      <p className="queue-line__counts" aria-hidden="true">
        {counts}
      </p>
    </li>
  );
}

function roomWords({ free, offered, closed }: QueueOverview, isPast: boolean, t: Text): string {
  if (isPast) return t("overview.has-passed");
  if (offered === 0) return queueClosedWords(closed, t);
  return free > 0 ? t("overview.free", { count: free }) : t("overview.full");
}
