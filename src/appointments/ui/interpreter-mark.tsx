import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Appointment } from "../contract.ts";

/** Beside a name: somebody who interprets is to be there. Into which language stands in the panel. */
export function InterpreterMark({ interpreter }: Pick<Appointment, "interpreter">) {
  const t = useText();
  if (interpreter === null) return null;
  return (
    <>
      {" "}
      <Icon name="hand" />
      <span className="visually-hidden">, {t("panel.interpreter-mark")}</span>
    </>
  );
}
