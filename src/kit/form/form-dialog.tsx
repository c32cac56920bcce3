import type { ReactNode } from "react";
import { useText } from "../text.tsx";
import { useToasts } from "../toasts.tsx";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ArmedButton, type Arming } from "./armed-button.tsx";
import type { Form } from "./form.ts";
import { FormProblem } from "./form-problem.tsx";
import { FoundNote } from "./found-note.tsx";
import { useHideDraftNotice } from "./use-draft-notice.ts";
import "./form.css";

interface FormDialogProps {
  readonly form: Form;
  readonly title: string;
  /** The button's words: what it does */
  readonly submit: string;
  readonly back: string;
  /** Why it can't be saved, beside what the form knows by itself */
  readonly problem?: string | null;
  /** What will be so once it is sent, beside the buttons */
  readonly effect?: ReactNode;
  readonly isWide?: boolean;
  /** Something is asked that has to be answered before it can be sent */
  readonly isBusy?: boolean;
  /** Of a consequence that must have been on the screen before it is sent */
  readonly arming?: Arming | null;
  /** Instead of sending it at once */
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page: its buttons stay in sight, and leaving it keeps what was typed. */
export function FormDialog({ form, title, submit, back, onSubmit = form.submit, children, ...props }: FormDialogProps) {
  const t = useText();
  const toasts = useToasts();
  useHideDraftNotice(toasts, title);
  const leave = () => {
    if (form.hasChanged) toasts.show({ tone: "info", text: t("form.kept"), about: title });
    props.onClose();
  };
  return (
    <Dialog title={title} onClose={leave}>
      <form
        ref={form.ref}
        noValidate
        className={classes("form-dialog", props.isWide && "form-dialog--wide")}
        // A key that is held down must not do what was not seen yet.
        onKeyDown={(event) => event.key === "Enter" && event.repeat && event.preventDefault()}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="form-dialog__body">
          <FoundNote form={form} />
          {children}
        </div>
        <div className="form-dialog__foot">
          <FormProblem sentence={form.problem ?? props.problem ?? null} />
          {props.effect && (
            <p className="form-dialog__effect" role="status">
              {props.effect}
            </p>
          )}
          <div className="group">
            <Button onClick={leave}>{back}</Button>
            {props.arming ? (
              <ArmedButton arming={props.arming} obstacle={form.isSaving ? t("shell.saving") : null}>
                {submit}
              </ArmedButton>
            ) : (
              <Button type="submit" look="primary" aria-disabled={form.isSaving || props.isBusy}>
                {form.isSaving ? t("shell.saving") : submit}
              </Button>
            )}
          </div>
        </div>
      </form>
    </Dialog>
  );
}
