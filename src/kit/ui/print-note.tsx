import { createPortal } from "react-dom";
import { useText } from "../text.tsx";

/** All that paper gets of these pages (print.css): what is printed has pages of its own. */
export function PrintNote() {
  const t = useText();
  return createPortal(
    <div className="print-note">
      <p>
        <b>{t("shell.printTitle")}</b>
      </p>
      <p>{t("shell.printText")}</p>
    </div>,
    document.body,
  );
}
