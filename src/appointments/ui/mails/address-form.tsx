import type { Form } from "../../../kit/form/form.ts";
import { TextInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import { emailMeant } from "../../../platform/text/email-slip.ts";
import { OvertakenAddress } from "./overtaken-address.tsx";

interface AddressFormProps {
  readonly form: Form;
  /** Only once more to the same address */
  readonly isFixed: boolean;
  /** The colleague's address stays: what was typed is given up */
  readonly onKeepTheirs: () => void;
}

/** The address that failed, ready to be corrected, and the act beside it. */
export function AddressForm({ form, isFixed, onKeepTheirs }: AddressFormProps) {
  const t = useText();
  const email = form.values.email ?? "";
  const change = form.overtaken.find(({ field }) => field === "email");
  return (
    <form
      ref={form.ref}
      noValidate
      className={classes("address-form", change && "address-form--overtaken")}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {change && <OvertakenAddress theirs={change.now} typed={email} />}
      {isFixed ? (
        <p>{email}</p>
      ) : (
        <TextInput form={form} field="email" type="email" label={t("mails.address")} hint={<Meant form={form} />} />
      )}
      <div className="group">
        <Button type="submit" look="primary" aria-disabled={form.isSaving}>
          {t(change ? "mails.send-mine" : "mails.again")}
        </Button>
        {change && <Button onClick={onKeepTheirs}>{t("mails.keep-theirs")}</Button>}
      </div>
    </form>
  );
}

function Meant({ form }: { form: Form }) {
  const t = useText();
  const meant = emailMeant(form.values.email ?? "");
  if (meant === null) return null;
  return (
    <span className="hint--warn">
      <Icon name="info" />
      <span>
        {t("mails.meant", { email: meant })}{" "}
        <Button
          look="link"
          size="small"
          onClick={() => {
            form.change("email", meant);
            form.ref.current?.querySelector("input")?.focus();
          }}
        >
          {t("panel.slipped-correct")}
        </Button>
      </span>
    </span>
  );
}
