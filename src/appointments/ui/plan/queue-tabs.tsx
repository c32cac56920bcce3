import { useText } from "../../../kit/text.tsx";
import { queueTabId } from "../cell-focus.ts";
import type { QueueColumn } from "./plan-layout.ts";

interface QueueTabsProps {
  readonly columns: readonly QueueColumn[];
  readonly shown: number | null;
  readonly onShow: (queue: number) => void;
}

/** Narrow screens show one queue at a time. */
export function QueueTabs({ columns, shown, onShow }: QueueTabsProps) {
  const t = useText();
  return (
    <div className="queue-tabs" role="group" aria-label={t("plan.shownQueue")}>
      {columns.map(({ queue }) => (
        <button
          key={queue.number}
          id={queueTabId(queue.number)}
          type="button"
          aria-pressed={queue.number === shown}
          onClick={() => onShow(queue.number)}
        >
          {queue.name}
          <small>{queue.active ? t("plan.freeTimes", { count: queue.free.length }) : t("plan.inactive")}</small>
        </button>
      ))}
    </div>
  );
}
