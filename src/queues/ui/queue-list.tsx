import { useText } from "../../kit/text.tsx";
import type { Queue, Queues } from "../contract.ts";
import { OnlineShares } from "./online-share.tsx";
import type { QueueActChoice } from "./queue-act-dialog.tsx";
import { QueueListRow } from "./queue-row.tsx";
import { rangeOf, weekStrip } from "./week-strip.ts";

interface QueueListProps {
  readonly office: string;
  readonly page: Queues;
  readonly canRule: boolean;
  readonly onChoose: (choice: QueueActChoice) => void;
}

export function QueueList({ office, page, canRule, onChoose }: QueueListProps) {
  const shown = page.queues.filter(({ archived }) => !archived);
  const strips = new Map(shown.map((queue) => [queue, weekStrip(queue, page)]));
  const range = rangeOf([...strips.values()].flat().flatMap(({ hours, extra }) => [...hours, ...extra]));
  return (
    <>
      <div className="sheet queues__list">
        <Columns />
        {shown.map((queue) => (
          <QueueListRow
            key={queue.number}
            office={office}
            today={page.now.date}
            queue={queue}
            strip={strips.get(queue) ?? []}
            range={range}
            canRule={canRule}
            publicBooking={page.publicBooking}
            onAct={(kind) => onChoose({ kind, queue: queue.number })}
          />
        ))}
      </div>
      {canRule && <OnlineShares page={page} queues={shown} />}
      <Archived queues={page.queues.filter(({ archived }) => archived)} />
    </>
  );
}

/** What stands where; a reader who hears the rows has it from their own words. */
function Columns() {
  const t = useText();
  return (
    <div className="queue queues__columns" aria-hidden="true">
      {(["whose", "usual", "week", "state", "acts"] as const).map((column) => (
        <span key={column}>{t(`queues.column-${column}`)}</span>
      ))}
    </div>
  );
}

/** Archived queues stay readable. */
function Archived({ queues }: { queues: readonly Queue[] }) {
  const t = useText();
  if (queues.length === 0) return null;
  return (
    <details className="queues__more">
      <summary>{t("queues.archived", { count: queues.length })}</summary>
      <p className="hint">{t("queues.archived-hint")}</p>
      <ul>
        {queues.map(({ number, name, employee }) => (
          <li key={number}>
            <b>{name}</b> {employee?.name}
          </li>
        ))}
      </ul>
    </details>
  );
}
