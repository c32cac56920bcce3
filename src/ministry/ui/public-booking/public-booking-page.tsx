import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { Opening } from "../../contract.ts";
import { LanguagesSection } from "../languages/languages-section.tsx";
import { MinistryFrame } from "../ministry-frame.tsx";
import { MoveLimitSection } from "../move-limit/move-limit-section.tsx";
import { NeedsSection } from "../needs/needs-section.tsx";
import { publicBookingQuery } from "../queries.ts";
import { ClosingDialog } from "./closing-dialog.tsx";
import { NetworkDaysSection } from "./network-days.tsx";
import { OpeningDialog } from "./opening-dialog.tsx";
import { OpeningTable } from "./opening-table.tsx";

/** Where heads may make queues public: closed until the ministry opens it. */
export function PublicBookingPage() {
  return (
    <MinistryFrame section="public-booking">
      <PublicBookingSection />
      <MoveLimitSection />
      <LanguagesSection />
      <NeedsSection />
      <NetworkDaysSection />
    </MinistryFrame>
  );
}

function PublicBookingSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(publicBookingQuery);
  const [isOpening, setIsOpening] = useState(false);
  const [closing, setClosing] = useState<Opening | null>(null);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  const isOpenEverywhere = data.openings.some(({ region, offices }) => region === null && offices === null);
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.public-booking-hint")}</p>
        {!isOpenEverywhere && (
          <Button look="primary" onClick={() => setIsOpening(true)}>
            <Icon name="plus" />
            {t("ministry.public-booking-open")}
          </Button>
        )}
      </div>
      {data.openings.length === 0 ? (
        <Message title={t("ministry.public-booking-closed-title")} text={t("ministry.public-booking-closed")} />
      ) : (
        <OpeningTable openings={data.openings} onClose={setClosing} />
      )}
      {isOpening && <OpeningDialog data={data} onClose={() => setIsOpening(false)} />}
      {closing && <ClosingDialog opening={closing} onClose={() => setClosing(null)} />}
    </>
  );
}
