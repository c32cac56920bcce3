import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { Coverage } from "../../contract.ts";

type QueueCoverage = Coverage["queues"][number];

/** Booked against offered, queue by queue; one that offers nothing and has nobody booked is left out. */
export function CoverageTable({ queues }: { queues: readonly QueueCoverage[] }) {
  const t = useText();
  const shown = queues.filter(({ booked, offered }) => booked > 0 || offered > 0);
  if (shown.length === 0) return <p>{t("overview.coverage-no-queue")}</p>;
  return (
    <table className="coverage__table">
      <caption className="visually-hidden">{t("overview.coverage-queues")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("overview.coverage-queue")}</th>
          <th scope="col">{t("overview.coverage-booked")}</th>
          <th scope="col">{t("overview.coverage-offered")}</th>
          <th scope="col">{t("overview.coverage-share")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((queue) => (
          <tr key={queue.number}>
            <th scope="row">{queue.name}</th>
            <td data-label={t("overview.coverage-booked")}>{durationWords(queue.booked, t)}</td>
            <td data-label={t("overview.coverage-offered")}>{durationWords(queue.offered, t)}</td>
            <td className="coverage__share">
              <Share {...queue} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words say what the bar shows. */
function Share({ booked, offered }: QueueCoverage) {
  const t = useText();
  if (offered === 0) return t("overview.coverage-not-offered");
  return (
    <>
      <span className="room-bar" aria-hidden="true" style={variables({ "--full": Math.min(1, booked / offered) })}>
        <span />
      </span>
      {t("overview.coverage-percent", { percent: percentOf(booked / offered) })}
    </>
  );
}

/** A few minutes booked still show as more than nothing. */
const percentOf = (share: number): string => (share > 0 && share < 0.01 ? "<1" : String(Math.round(share * 100)));

function durationWords(minutes: number, t: Text): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t("overview.duration-minutes", { minutes: rest });
  return t(rest === 0 ? "overview.duration-hours" : "overview.duration-both", { hours, minutes: rest });
}
