import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { focusById } from "../../../kit/focus.ts";
import { useStoredTyping } from "../../../kit/form/keeper.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Mail } from "../../../mail/contract.ts";
import type { Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { hindranceBy, isToBeNotified } from "../../statuses.ts";
import { appointmentMailsQuery } from "../queries.ts";
import { LostMail } from "./lost-mail.tsx";
import { insteadOf, letterWords, stateWords } from "./mail-words.ts";
import { addressForm } from "./use-again.ts";
import "./mails.css";

/** What the citizen was written of an appointment, and what is to be done where it did not arrive. */
export function MailsOf({ appointment, now }: { appointment: Appointment; now: Moment }) {
  const t = useText();
  const titleId = useId();
  const isTyping = useIsTyping(appointment);
  const { data, error, refetch } = useQuery(appointmentMailsQuery(appointment.office, appointment.id));
  if (!data) return error ? <LoadFailed error={error} title={t("mails.not-loaded")} onRetry={() => refetch()} /> : null;
  const { mails } = data;
  if (mails.length === 0) return null;
  const lost = mails.find(({ isLost }) => isLost && isToBeNotified(appointment.status) && !isPast(appointment, now));
  const shown = lost ?? (isTyping ? mails.find(({ state }) => state === "refused" || state === "expired") : undefined);
  return (
    <section className="mails-of" aria-labelledby={titleId}>
      <h3 id={titleId} tabIndex={-1} className={lost && "mails-of__lost"}>
        {lost && <Icon name="mail-lost" />} {t(lost ? `mails.lost-${lost.letter}` : "mails.title")}
      </h3>
      {shown && <LostMail mail={shown} appointment={appointment} onDone={() => focusById(titleId)} />}
      <Written mails={mails} now={now} />
    </section>
  );
}

/** Another address is typed and not sent: it is shown to its end, though a colleague may have seen to the e-mail. */
function useIsTyping({ office, id, email, status }: Appointment): boolean {
  const typing = useStoredTyping(useFormKey(addressForm(id), office));
  return hindranceBy(status, "edit") === null && typing.some(({ texts }) => (texts.email ?? email) !== email);
}

const isPast = ({ date, time }: Appointment, now: Moment): boolean => `${date}T${time}` <= `${now.date}T${now.time}`;

const ICONS: Readonly<Record<Mail["state"], IconName>> = {
  planned: "clock",
  sending: "clock",
  sent: "check",
  refused: "mail-lost",
  expired: "mail-lost",
};

function Written({ mails, now }: { mails: readonly Mail[]; now: Moment }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <ol aria-label={t("mails.written")}>
      {mails.map((mail) => (
        <li key={mail.id} className={`is-${mail.state}`}>
          <Icon name={ICONS[mail.state]} />
          <div>
            {[letterWords(mail, t), insteadOf(mail, t)].filter(Boolean).join(", ")}
            <small>
              {stateWords(mail, { t, language, now })}: <span>{mail.address}</span>
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}
