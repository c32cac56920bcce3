import { useLanguage, useText } from "../../kit/text.tsx";
import { type OnlineShare, SHARE_DAYS } from "../contract.ts";

/** How many of a queue's visits citizens have booked for themselves; nothing where there are none, and it is hidden. */
export function OnlineShareLine({ share, isPublic }: { share: OnlineShare | undefined; isPublic: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  if (!share || (!isPublic && share.past.online + share.coming.online === 0)) return null;
  const percent = ({ online, all }: OnlineShare["past"]) =>
    (online / all).toLocaleString(language === "en" ? "en-GB" : "el-GR", { style: "percent" });
  const parts = (["past", "coming"] as const).filter((part) => share[part].all > 0);
  if (parts.length === 0) return null;
  return (
    <p className="hint">
      {t("queues.online")}{" "}
      {parts
        .map((part) => t(`queues.online-${part}`, { ...share[part], percent: percent(share[part]), days: SHARE_DAYS }))
        .join(", ")}
    </p>
  );
}
