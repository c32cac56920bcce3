import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Appointment } from "../../appointments/contract.ts";
import { fullName } from "../../appointments/person.ts";
import { patchAppointment } from "../../appointments/ui/acts/acts.ts";
import { actsOn } from "../../appointments/ui/acts/next-acts.ts";
import { postAgain, useTold } from "../../appointments/ui/mails/use-told.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { focusById } from "../../kit/focus.ts";
import { contentKeys } from "../../kit/form/content-keys.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { emailMeant } from "../../platform/text/email-slip.ts";
import type { ListedMail, Mail, OfficeMails } from "../contract.ts";

export const MAILS_TITLE = "mails-title";

/** What can be done at once with a letter that did not arrive; another address is typed where the appointment is. */
export function LostActs({ mail, now }: { mail: ListedMail; now: OfficeMails["now"] }) {
  const t = useText();
  const told = useTold();
  const [keyOf] = useState(contentKeys);
  const { appointment } = mail;
  const { office, id, date, email, version } = appointment;
  const { mayEdit } = actsOn(appointment, now);
  const meant = mayEdit && email ? emailMeant(email) : null;
  const act = useMutation({
    mutationFn: (corrected: string | null): Promise<Appointment | Mail> =>
      corrected === null
        ? postAgain(office, mail.id, keyOf({ mail: mail.id }))
        : patchAppointment(appointment, version, { email: corrected }),
    onSuccess: (answer) => {
      // The row of the button that was pressed goes away.
      focusById(MAILS_TITLE);
      told(appointment, answer);
    },
  });
  const wiring = (words: string, corrected: string | null) => ({
    "aria-label": t("mails.of-person", { act: words, name: fullName(appointment, t) }),
    "aria-disabled": act.isPending,
    onClick: () => act.isPending || act.mutate(corrected),
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
            {...wiring(t("mails.correct-to", { domain: meant.slice(meant.lastIndexOf("@") + 1) }), meant)}
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
