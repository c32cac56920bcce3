import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Appointment } from "../contract.ts";

/** Beside a name: something is to be ready for them. What it is stands in the panel alone. */
export function NeedsMark({ interpreter, needs }: Pick<Appointment, "interpreter" | "needs">) {
  const t = useText();
  if (interpreter === null && needs.length === 0) return null;
  const speaksAnother = interpreter !== null && interpreter !== "gss" && needs.length === 0;
  return (
    <>
      {" "}
      <Icon name={speaksAnother ? "globe" : "hand"} />
      <span className="visually-hidden">, {t("panel.needs-mark")}</span>
    </>
  );
}
