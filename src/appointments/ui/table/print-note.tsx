import { useText } from "../../../web/text.tsx";
import "./print.css";

/** All that paper gets of this page: what is printed is the list of one day, and that has its own place. */
export function PrintNote() {
  const t = useText();
  return (
    <div className="print-note">
      <p>
        <b>{t("table.printTitle")}</b>
      </p>
      <p>{t("table.printText")}</p>
    </div>
  );
}
