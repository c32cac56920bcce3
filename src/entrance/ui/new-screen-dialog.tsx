import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../kit/form/form-dialog.tsx";
import { Radios, TextInput } from "../../kit/form/inputs.tsx";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import { type NewScreen, SCREEN_KINDS, type ScreenKind } from "../contract.ts";
import { postScreen, screensQuery } from "./queries.ts";

interface NewScreenDialogProps {
  readonly office: string;
  readonly onClose: () => void;
}

/** Chooses what a screen is for and names it, and then shows its address: once, for nobody can be told it again. */
export function NewScreenDialog({ office, onClose }: NewScreenDialogProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<NewScreen | null>(null);
  const form = useForm<NewScreen>({
    key: useFormKey("new screen", office),
    begins: { kind: "entrance", name: "" },
    faults: ({ name = "" }) => (name.trim() === "" ? [{ field: "name", code: "field-required" }] : []),
    send: ({ values: { kind, name = "" }, keyOf }) =>
      postScreen(office, { name, kind: kind as ScreenKind }, keyOf(`${kind} ${name}`)),
    onSaved: (screen) => {
      setMade(screen);
      void queryClient.invalidateQueries(screensQuery(office));
    },
  });
  if (made) return <Made screen={made} onClose={onClose} />;
  return (
    <FormDialog
      form={form}
      title={t("office.screen-new")}
      submit={t("office.screen-make")}
      back={t("office.screen-back")}
      onClose={onClose}
    >
      <Radios
        form={form}
        field="kind"
        legend={t("office.screen-kind")}
        options={SCREEN_KINDS.map((kind) => [kind, t(`office.screen-kind-${kind}`)])}
        isFirst
        isList
      />
      <TextInput form={form} field="name" label={t("office.screen-name")} hint={t("office.screen-name-hint")} />
    </FormDialog>
  );
}

interface MadeProps {
  readonly screen: NewScreen;
  readonly onClose: () => void;
}

function Made({ screen, onClose }: MadeProps) {
  const t = useText();
  const isPrinter = screen.kind === "printer";
  const title = t(isPrinter ? "office.printer-ready" : "office.screen-made", { name: screen.name });
  if (screen.path === null)
    return (
      <Dialog title={title} onClose={onClose}>
        <p className="note note--warn">{t(isPrinter ? "office.printer-lost" : "office.screen-lost")}</p>
        <div className="group">
          <DoneButton onClose={onClose} />
        </div>
      </Dialog>
    );
  const address = new URL(screen.path, location.href).href;
  const secret = screen.key ?? address;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t(isPrinter ? "office.printer-open" : "office.screen-open")}</p>
      {screen.key === null ? (
        <p className="settings__address">{address}</p>
      ) : (
        <dl>
          <dt>{t("office.printer-address")}</dt>
          <dd className="settings__address">{address}</dd>
          <dt>{t("office.printer-key")}</dt>
          <dd className="settings__address">{screen.key}</dd>
        </dl>
      )}
      <p className="hint">{t(isPrinter ? "office.printer-once" : "office.screen-once")}</p>
      <div className="group">
        <Button onClick={() => navigator.clipboard?.writeText(secret)}>
          {t(isPrinter ? "office.printer-copy" : "office.screen-copy")}
        </Button>
        <DoneButton onClose={onClose} />
      </div>
    </Dialog>
  );
}

function DoneButton({ onClose }: Pick<MadeProps, "onClose">) {
  const t = useText();
  return (
    <Button look="primary" onClick={onClose} data-autofocus>
      {t("office.screen-done")}
    </Button>
  );
}
