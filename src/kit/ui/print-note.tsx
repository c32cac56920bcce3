import { createPortal } from "react-dom";
import { useText } from "../text.tsx";

/** All that paper gets of a page, unless the page is the list of one day and says so (`is-printable`, print.css). */
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
