import { useQuery } from "@tanstack/react-query";
import { isDate } from "../../../appointments/ui/day-search.ts";
import { officeQuery } from "../../../appointments/ui/queries.ts";
import { likelyToday } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { NotFound } from "../../../kit/ui/not-found-page.tsx";
import { isUnknown, UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import type { Office, Service } from "../../../offices/contract.ts";
import { chosenService } from "../chosen-service.ts";
import { NoService } from "../no-service.tsx";
import { explanationQuery } from "../queries.ts";
import { useWhyAddress } from "./why-address.ts";
import { WhyHead } from "./why-head.tsx";
import { WhyQueue } from "./why-queue.tsx";
import { whyAnswer } from "./why-words.ts";
import "./why.css";

/** «Γιατί δεν υπάρχει ώρα;»: each queue's day for one service, part by part. */
export function WhyPage() {
  const { office, date } = useWhyAddress();
  return isDate(date) ? <WhyOfOffice key={office} code={office} date={date} /> : <NotFound />;
}

function WhyOfOffice({ code, date }: { code: string; date: string }) {
  const { search } = useWhyAddress();
  const office = useQuery(officeQuery(code));
  const service = office.data && chosenService(office.data, search.service);
  if (isUnknown(office.error)) return <UnknownOffice code={code} />;
  return (
    <>
      <WhyHead date={date} office={office.data} service={service} />
      {office.data && !service && <NoService office={office.data} />}
      {office.data && service && <WhyOfService office={office.data} date={date} service={service} />}
    </>
  );
}

function WhyOfService({ office, date, service }: { office: Office; date: string; service: Service }) {
  const t = useText();
  const { data, error, refetch } = useQuery(explanationQuery(office.code, date, service.code));
  if (!data && error) return <LoadFailed error={error} title={t("overview.why-failed")} onRetry={refetch} />;
  if (!data) return <p role="status">{t("overview.why-loading")}</p>;
  return (
    <div className="why-page">
      <p className="why-page__answer" role="status">
        {whyAnswer(data, t)}
      </p>
      {date === likelyToday() && office.leadMinutes > 0 && (
        <p className="hint">{t("overview.why-lead", { minutes: office.leadMinutes })}</p>
      )}
      {data.queues.map((queue) => (
        <WhyQueue key={queue.number} office={office} date={date} service={service.code} queue={queue} />
      ))}
    </div>
  );
}
