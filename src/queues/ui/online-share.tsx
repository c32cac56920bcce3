import { useLanguage, useText } from "../../kit/text.tsx";
import { writtenNumber } from "../../platform/text/written-number.ts";
import { type OnlineShare, type Queue, type Queues, SHARE_DAYS } from "../contract.ts";

/** How many of their visits citizens have booked for themselves, a line for each queue. */
export const OnlineShares = ({ page, queues }: { page: Queues; queues: readonly Queue[] }) =>
  queues.map((queue) => (
    <OnlineShareLine
      key={queue.number}
      share={page.online.find((share) => share.queue === queue.number)}
      queue={queue}
    />
  ));

/** Nothing where there are none, and it is hidden. */
function OnlineShareLine({ share, queue }: { share: OnlineShare | undefined; queue: Queue }) {
  const t = useText();
  const { language } = useLanguage();
  if (!share || (!queue.public && share.past.online + share.coming.online === 0)) return null;
  const percent = ({ online, all }: OnlineShare["past"]) => writtenNumber(online / all, language, { style: "percent" });
  const parts = (["past", "coming"] as const).filter((part) => share[part].all > 0);
  if (parts.length === 0) return null;
  return (
    <p className="hint">
      {t("queues.online-of", { queue: queue.name })}{" "}
      {parts
        .map((part) => t(`queues.online-${part}`, { ...share[part], percent: percent(share[part]), days: SHARE_DAYS }))
        .join(", ")}
    </p>
  );
}
