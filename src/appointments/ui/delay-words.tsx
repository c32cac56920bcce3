import { useText } from "../../kit/text.tsx";
import type { Delay } from "./delay.ts";

/** «περιμένει 18′»; where there is no room for the word, the minutes alone. */
export function DelayWords({ delay }: { delay: Delay }) {
  const t = useText();
  return (
    <>
      <span className="delay__word">{t(`plan.delay-${delay.kind}`)}</span>{" "}
      <span className="delay__time">{delay.kind === "early" ? delay.at : t("plan.minutes", delay)}</span>
    </>
  );
}
