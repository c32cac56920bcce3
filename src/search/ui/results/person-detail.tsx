import { useQuery } from "@tanstack/react-query";
import type { KeyboardEvent, ReactNode } from "react";
import { officeQuery } from "../../../appointments/ui/queries.ts";
import { useShownDay } from "../../../appointments/ui/shown-day.ts";
import { formatPhone, likelyNow, numericDate } from "../../../kit/dates.ts";
import { useMe } from "../../../kit/me.ts";
import { mayAct } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { awaitedVisit } from "../awaited-visit.ts";
import { PERSON_ID } from "../focus-people.ts";
import type { SearchHit } from "../found.ts";
import { useNewFor } from "../use-new-for.ts";
import { AppointmentsTable } from "./appointments-table.tsx";
import { NextAppointment } from "./next-appointment.tsx";
import { PersonName } from "./person-name.tsx";

interface DetailProps {
  readonly found: SearchHit;
  readonly sought: string;
  /** Given on narrow windows, where the list had to make room */
  readonly onBack: (() => void) | null;
}

/** One person: what is next, what can be done about it, and what was. */
export function PersonDetail({ found, sought, onBack }: DetailProps) {
  const t = useText();
  const { office, person } = found;
  const { data } = useQuery(officeQuery(office.code));
  const now = useShownDay().data?.now ?? likelyNow();
  const next = awaitedVisit(person, now.date);
  const later = person.coming.filter(({ id }) => id !== next?.id);
  const past = person.past.filter(({ id }) => id !== next?.id);
  const begin = useNewFor(found);
  const onKeyDown = (event: KeyboardEvent) => {
    const isBack = event.key === "Escape" && onBack !== null;
    const isNew = event.code === "KeyN" && mayAct(event.nativeEvent);
    if (isBack) onBack();
    else if (isNew) begin();
    if (isBack || isNew) event.preventDefault();
  };
  return (
    <section className="detail" aria-labelledby={PERSON_ID} onKeyDown={onKeyDown}>
      {onBack && (
        <Button look="ghost" size="small" className="detail__back" onClick={onBack}>
          <Icon name="previous" />
          {t("search.back-to-people")}
        </Button>
      )}
      <div className="detail__head">
        <div>
          <h2 id={PERSON_ID} tabIndex={-1}>
            <PersonName found={found} sought={sought} />
          </h2>
          <Contact found={found} />
        </div>
        <Button look="primary" onClick={begin}>
          <Icon name="plus" />
          {t("search.new")}
        </Button>
      </div>
      {next ? (
        <NextAppointment appointment={next} now={now} office={data} sought={sought} />
      ) : (
        <p className="note">{t("search.none")}</p>
      )}
      {later.length > 0 && (
        <AppointmentsTable title={t("search.later", { count: later.length })} appointments={later} office={data} />
      )}
      {past.length > 0 ? (
        <AppointmentsTable title={t("search.past", { count: past.length })} appointments={past} office={data} />
      ) : (
        <p className="hint detail__none">{t("search.past-none")}</p>
      )}
    </section>
  );
}

function Contact({ found: { office, person } }: { found: SearchHit }) {
  const t = useText();
  const { offices } = useMe();
  const { phone, email, past } = person;
  const lastVisit = past.find(({ status }) => status === "served");
  return (
    <dl className="detail__facts">
      {offices.length > 1 && <Fact name={t("panel.office")}>{office.name}</Fact>}
      <Fact name={t("search.phone")}>
        {phone ? <a href={`tel:${phone}`}>{formatPhone(phone)}</a> : t("search.not-given")}
      </Fact>
      <Fact name={t("search.email")}>{email ? <a href={`mailto:${email}`}>{email}</a> : t("search.not-given")}</Fact>
      {lastVisit && <Fact name={t("search.last-visit")}>{numericDate(lastVisit.date)}</Fact>}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
