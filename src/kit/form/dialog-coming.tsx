import { type RefObject, useEffect } from "react";
import { useText } from "../text.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { markUnsaved } from "../unsaved.ts";
import type { TypedAhead } from "./typed-ahead.ts";

interface DialogComingProps {
  readonly title: string;
  /** What is typed meanwhile: for the first field of the dialog */
  readonly ahead: RefObject<TypedAhead>;
  readonly onClose: () => void;
}

/** In place of a dialog whose code is on its way: the page stands aside already, so that no letter acts and none is lost. */
export function DialogComing({ title, ahead, onClose }: DialogComingProps) {
  const t = useText();
  useEffect(() => () => markUnsaved(title, false), [title]);
  return (
    <Dialog title={title} onClose={onClose}>
      <p role="status">{t("shell.loading")}</p>
      <input
        className="first-letters"
        data-autofocus
        autoComplete="off"
        aria-label={title}
        onChange={({ target }) => {
          ahead.current = { text: target.value, isEntered: false };
          markUnsaved(title, target.value !== "");
        }}
        onKeyDown={({ key }) => {
          if (key === "Enter") ahead.current = { ...ahead.current, isEntered: true };
        }}
      />
    </Dialog>
  );
}
