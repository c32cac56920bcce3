import { useQuery } from "@tanstack/react-query";
import { numericDate } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { retentionDaysLeft } from "../rules.ts";
import { retentionQuery } from "./queries.ts";

interface DaysLeftProps {
  readonly office: string;
  /** Of the visit */
  readonly date: string;
  /** Since when it is anonymous; null: it is not */
  readonly anonymizedAt: string | null;
}

/** Until when an appointment keeps who it is for: for the office's head; that it keeps nothing any more, for everybody. */
export function DaysLeft({ office, date, anonymizedAt }: DaysLeftProps) {
  const t = useText();
  const isHead = useMe().offices.some(({ code, roles }) => code === office && roles.includes("administrator"));
  const { data } = useQuery({ ...retentionQuery(office), enabled: isHead && anonymizedAt === null });
  if (anonymizedAt !== null)
    return <p className="note">{t("retention.since", { date: numericDate(anonymizedAt.slice(0, 10)) })}</p>;
  if (!data) return null;
  const count = retentionDaysLeft(date, data.days, data.today);
  return <p className="hint">{count > 0 ? t("retention.in-days", { count }) : t("retention.tonight")}</p>;
}
