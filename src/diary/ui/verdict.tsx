import { useText } from "../../kit/text.tsx";
import { Icon, type IconName } from "../../kit/ui/icon.tsx";
import type { Verdict } from "../contract.ts";

/** Each by its shape and its word; colour only adds to them. */
export const VERDICT_ICONS: Record<Verdict, IconName> = {
  fits: "check",
  collides: "warning",
  unclear: "eye-off",
  there: "info",
  past: "history",
  "left-out": "close",
};

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const t = useText();
  return (
    <span className={`badge diary__tag is-${verdict}`}>
      <Icon name={VERDICT_ICONS[verdict]} />
      {t(`diary.verdict-${verdict}`)}
    </span>
  );
}
