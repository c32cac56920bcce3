import { Space, useText } from "../../../kit/text.tsx";
import { queueTabId } from "../cell-focus.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import type { QueueColumn } from "./plan-layout.ts";

interface QueueTabsProps {
  readonly columns: readonly QueueColumn[];
  readonly shown: number | null;
  readonly onShow: (queue: number) => void;
}

/** Narrow screens show one queue at a time, my own first; a phone leads to all of them from here, too. */
export function QueueTabs({ columns, shown, onShow }: QueueTabsProps) {
  const t = useText();
  const { show } = useDayNavigation();
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
          {queue.isMine && <span className="visually-hidden">, {t("plan.mine")}</span>}
          <Space />
          <small>{queue.active ? t("plan.freeTimes", { count: queue.free.length }) : t("plan.inactive")}</small>
        </button>
      ))}
      <button type="button" className="queue-tabs__all" onClick={() => show({ view: "table" })}>
        {t("plan.allQueues")}
      </button>
    </div>
  );
}
