import { Link } from "@tanstack/react-router";
import { formatPhone, shortDate } from "../../../kit/dates.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Mail } from "../../../mail/contract.ts";
import type { Appointment } from "../../contract.ts";
import { hindranceBy } from "../../statuses.ts";
import { AddressForm } from "./address-form.tsx";
import { reasonWords } from "./mail-words.ts";
import { useAgain } from "./use-again.ts";

interface LostMailProps {
  /** No longer lost: a colleague saw to it while this clerk was typing */
  readonly mail: Mail;
  readonly appointment: Appointment;
  readonly onDone: () => void;
}

/** Why a letter did not arrive, and the ways to tell the citizen after all: another address, once more, by telephone. */
export function LostMail(props: LostMailProps) {
  const { mail, appointment } = props;
  const t = useText();
  return (
    <div className={classes("note lost-mail", mail.isLost ? "note--error" : "note--warn")}>
      {mail.isLost && (
        <p>
          <b>{reasonWords(mail, t)}.</b> {t(`mails.means-${mail.letter}`)}
        </p>
      )}
      <Again {...props} />
      {mail.isLost && <OtherWays mail={mail} appointment={appointment} />}
    </div>
  );
}

function OtherWays({ mail, appointment }: Omit<LostMailProps, "onDone">) {
  const t = useText();
  const { language } = useLanguage();
  const date = mail.was?.date ?? appointment.date;
  return (
    <>
      <p>
        {appointment.phone ? (
          <>
            {t("mails.by-phone")} <a href={`tel:${appointment.phone}`}>{formatPhone(appointment.phone)}</a>.
          </>
        ) : (
          t("mails.no-phone")
        )}{" "}
        <Link to="/offices/$office/calls/$date" params={{ office: appointment.office, date }}>
          {t("mails.on-call-list", { day: shortDate(date, language) })}
        </Link>
        {". "}
        <Link to="/offices/$office/mails" params={{ office: appointment.office }} search={{}}>
          {t("mails.to-page")}
        </Link>
      </p>
      {mail.answer && (
        <details>
          <summary>{t("mails.answer")}</summary>
          <code>{mail.answer}</code>
        </details>
      )}
    </>
  );
}

/** Of an appointment that can't be changed any more the address stays as it is. */
function Again({ mail, appointment, onDone }: LostMailProps) {
  const form = useAgain({ mail, appointment, onDone });
  const mayEdit = hindranceBy(appointment.status, "edit") === null;
  if (!mayEdit && appointment.email === null) return null;
  const keepTheirs = () => {
    onDone();
    form.discard();
  };
  return (
    <>
      <AddressForm form={form} isFixed={!mayEdit} onKeepTheirs={keepTheirs} />
      <FormProblem sentence={form.problem} />
    </>
  );
}
