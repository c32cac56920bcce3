import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import { needsSign } from "./needs-sign.ts";

/** Beside a name: something is to be ready for them. What it is stands in the panel. */
export function NeedsMark(visit: Pick<Appointment, "interpreter" | "interpretation" | "needs">) {
  const t = useText();
  const sign = needsSign(visit);
  if (!sign) return null;
  const { interpretation } = visit;
  return (
    <>
      {" "}
      <Icon name={sign} className="needs-sign" />
      {interpretation && <Icon name={interpretation === "not-found" ? "warning" : "check"} className="needs-sign" />}
      <span className="visually-hidden">
        , {t(`plan.needs-mark-${sign}`)}
        {interpretation && `, ${t(`plan.interpretation-${interpretation}`)}`}
      </span>
    </>
  );
}
