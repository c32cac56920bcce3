import { NOTICE } from "../../../kit/form/focus.ts";
import { useText } from "../../../kit/text.tsx";

interface OvertakenAddressProps {
  /** Empty: the colleague took it away */
  readonly theirs: string;
  readonly typed: string;
}

/** Two clerks correct one address: the second sees both. */
export function OvertakenAddress({ theirs, typed }: OvertakenAddressProps) {
  const t = useText();
  const words = theirs === "" ? "mails.overtaken-none" : "mails.overtaken";
  return (
    <p className={NOTICE} role="alert" tabIndex={-1}>
      {t(words, { address: theirs, typed })}
    </p>
  );
}
