import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { numericDate, timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { RetentionPeriod } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { retentionPeriodQuery } from "../queries.ts";
import { RetentionDialog } from "./retention-dialog.tsx";

/** How long all offices keep who their appointments were for. */
export function RetentionPage() {
  return (
    <MinistryFrame section="retention">
      <RetentionSection />
    </MinistryFrame>
  );
}

function RetentionSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(retentionPeriodQuery);
  const [isOpen, setIsOpen] = useState(false);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.retention-hint")}</p>
        <Button look="primary" onClick={() => setIsOpen(true)}>
          {t("ministry.retention-change")}
        </Button>
      </div>
      <section className="sheet ministry__letters" aria-label={t("ministry.retention-days")}>
        <p>
          <b>{t("ministry.retention-now", { count: data.days })}</b>
        </p>
        <LastChange period={data} />
      </section>
      {isOpen && <RetentionDialog period={data} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function LastChange({ period: { changedAt, changedBy } }: { period: RetentionPeriod }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("ministry.letters-last-change", { ...moment, by: changedBy })}</p>;
}
