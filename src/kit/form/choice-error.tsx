import { useSteady } from "../pressed.ts";
import { Icon } from "../ui/icon.tsx";

interface ChoiceErrorProps {
  readonly id: string;
  readonly error: string | undefined;
}

/**
 * What is wrong with a choice, below it. A component of its own: a radio button that is drawn anew between the press and
 * the click would lose that click.
 */
export function ChoiceError({ id, error }: ChoiceErrorProps) {
  const shown = useSteady(error);
  if (!shown) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      {shown}
    </p>
  );
}
