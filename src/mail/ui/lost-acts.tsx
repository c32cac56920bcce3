import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Appointment } from "../../appointments/contract.ts";
import { fullName } from "../../appointments/person.ts";
import { patchAppointment } from "../../appointments/ui/acts/acts.ts";
import { actsOn } from "../../appointments/ui/acts/next-acts.ts";
import { OvertakenAddress } from "../../appointments/ui/mails/overtaken-address.tsx";
import { postAgain, useMailResult } from "../../appointments/ui/mails/use-mail-result.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { focusAtMount, focusById } from "../../kit/focus.ts";
import { contentKeys } from "../../kit/form/content-keys.ts";
import { currentIn, sentOnTop } from "../../kit/form/send.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { domainOf } from "../../platform/text/email.ts";
import { emailMeant } from "../../platform/text/email-slip.ts";
import type { ListedMail, Mail, OfficeMails } from "../contract.ts";

export const MAILS_TITLE = "mails-title";

interface Correction {
  /** null: once more to the same address */
  readonly corrected: string | null;
  readonly version: number;
}

interface LostActsProps {
  readonly mail: ListedMail;
  readonly now: OfficeMails["now"];
  /** While a correction is not accepted its row stays, though a colleague may have seen to the e-mail */
  readonly onHold: (mail: ListedMail, isHeld: boolean) => void;
}

/** What can be done at once with a letter that did not arrive; another address is typed where the appointment is. */
export function LostActs({ mail, now, onHold }: LostActsProps) {
  const t = useText();
  const showResult = useMailResult();
  const [keyOf] = useState(contentKeys);
  const { appointment } = mail;
  const { office, id, date, email } = appointment;
  const { mayEdit } = actsOn(appointment, now);
  const meant = mayEdit && email ? emailMeant(email) : null;
  const act = useMutation({
    mutationFn: ({ corrected, version }: Correction): Promise<Appointment | Mail> =>
      corrected === null
        ? postAgain(office, mail.id, keyOf({ mail: mail.id }))
        : patchedTo(corrected, appointment, version),
    onMutate: ({ corrected }) => onHold(mail, corrected !== null),
    onSuccess: (answer) => {
      leave();
      showResult(appointment, answer);
    },
    onError: (error) => currentIn(error) ?? onHold(mail, false),
  });
  const leave = () => {
    // The row of the button that was pressed goes away.
    focusById(MAILS_TITLE);
    onHold(mail, false);
  };
  const current = currentIn(act.error) as Appointment | null;
  const typed = act.variables?.corrected;
  if (current && typed) {
    const sendMine = () => act.mutate({ corrected: typed, version: current.version });
    return <Overtaken theirs={current.email ?? ""} typed={typed} onSendMine={sendMine} onKeepTheirs={leave} />;
  }
  const wiring = (words: string, corrected: string | null) => ({
    "aria-label": t("mails.of-person", { act: words, name: fullName(appointment, t) }),
    "aria-disabled": act.isPending,
    onClick: () => act.isPending || act.mutate({ corrected, version: appointment.version }),
    children: words,
  });
  const again = t("mails.again");
  const other = t("mails.other-address");
  return (
    <>
      <div className="group">
        {meant && (
          <Button
            look="primary"
            size="small"
            wraps
            {...wiring(t("mails.correct-to", { domain: domainOf(meant) }), meant)}
          />
        )}
        {!meant && email && <Button size="small" {...wiring(again, null)} />}
        {mayEdit && (
          <Link
            className={buttonClass("plain", "small")}
            to="/offices/$office/days/$date"
            params={{ office, date }}
            search={{ panel: id }}
            aria-label={t("mails.of-person", { act: other, name: fullName(appointment, t) })}
          >
            {other}
          </Link>
        )}
      </div>
      {act.error && (
        <p className="field-error" role="alert">
          {sentenceOf(act.error, t, t("shell.noAnswerAct"))}
        </p>
      )}
    </>
  );
}

interface OvertakenProps {
  readonly theirs: string;
  readonly typed: string;
  readonly onSendMine: () => void;
  readonly onKeepTheirs: () => void;
}

/** In the place of the button that was pressed. */
function Overtaken({ theirs, typed, onSendMine, onKeepTheirs }: OvertakenProps) {
  const t = useText();
  return (
    <div ref={focusAtMount} tabIndex={-1}>
      <OvertakenAddress theirs={theirs} typed={typed} />
      <div className="group">
        <Button look="primary" size="small" wraps onClick={onSendMine}>
          {t("mails.send-mine")}
        </Button>
        <Button size="small" wraps onClick={onKeepTheirs}>
          {t("mails.keep-theirs")}
        </Button>
      </div>
    </div>
  );
}

/** Colleagues' changes of anything but the address are no obstacle, nor is the same correction. */
const patchedTo = (corrected: string, appointment: Appointment, version: number): Promise<Appointment> =>
  sentOnTop(
    version,
    (latest) => patchAppointment(appointment, latest, { email: corrected }),
    (error) => {
      const current = currentIn(error) as Appointment | null;
      return current && [appointment.email, corrected].includes(current.email) ? current.version : null;
    },
  );
