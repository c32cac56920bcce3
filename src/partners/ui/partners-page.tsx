import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { MinistryFrame } from "../../ministry/ui/ministry-frame.tsx";
import { NewPartnerDialog } from "./new-partner-dialog.tsx";
import { PartnerTable } from "./partner-table.tsx";
import { partnersQuery } from "./queries.ts";
import "./partners.css";

/** Systems of others that book for citizens: whom the ministry has accredited, and their keys. */
export function PartnersPage() {
  return (
    <MinistryFrame section="partners">
      <PartnersSection />
    </MinistryFrame>
  );
}

function PartnersSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(partnersQuery);
  const [isAdding, setIsAdding] = useState(false);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>
          {t("partners.hint")} <a href="/openapi.json">{t("partners.contract")}</a>
        </p>
        <Button look="primary" onClick={() => setIsAdding(true)}>
          <Icon name="plus" />
          {t("partners.new")}
        </Button>
      </div>
      {data.partners.length === 0 ? (
        <Message title={t("ministry.partners")} text={t("partners.none")} />
      ) : (
        <PartnerTable partners={data.partners} />
      )}
      {isAdding && <NewPartnerDialog onClose={() => setIsAdding(false)} />}
    </>
  );
}
