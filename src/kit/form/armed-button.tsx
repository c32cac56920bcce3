import { type ReactNode, useEffect, useId, useState } from "react";
import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { whenLookedAt } from "./arming.ts";
import "./form.css";

export interface Arming {
  /** For the sentence that says the consequence */
  readonly ref: (place: HTMLElement | null) => void;
  readonly isArmed: boolean;
  look(): void;
}

/** @param consequence all that will happen, as a text: another one must be seen anew; null: it is not known yet */
export function useArming(consequence: string | null): Arming {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [armed, setArmed] = useState<string | null>(null);
  useEffect(() => {
    if (!place || consequence === null) return;
    const stop = whenLookedAt(place, () => setArmed(consequence));
    return () => {
      stop();
      setArmed(null);
    };
  }, [place, consequence]);
  return {
    ref: setPlace,
    isArmed: consequence !== null && armed === consequence,
    look: () => place?.scrollIntoView({ block: "nearest" }),
  };
}

interface ArmedButtonProps {
  readonly id?: string | undefined;
  /** null: nothing follows that would have to be seen */
  readonly arming: Arming | null;
  readonly look?: "go" | "danger";
  /** Why it can't be pressed, other than that its consequence was not seen; null: it can */
  readonly obstacle: string | null;
  /** Brings what stands in the way into sight */
  readonly onObstacle?: (() => void) | undefined;
  /** Absent: it submits its form, which looks at the arming by itself */
  readonly onPress?: () => void;
  /** Its act, with the number and the date in words */
  readonly children: ReactNode;
}

/** The button of a consequence: it acts once that was on the screen, and until then brings it there and says so. */
export function ArmedButton({ arming, look = "go", obstacle, onObstacle, onPress, children, id }: ArmedButtonProps) {
  const t = useText();
  const whyId = useId();
  const why = obstacle ?? (arming?.isArmed !== false ? null : t("form.look-first"));
  const press = () => {
    if (why === null) onPress?.();
    else if (obstacle === null) arming?.look();
    else onObstacle?.();
  };
  return (
    <div className="armed">
      <p className="hint armed__why" id={whyId} role="status">
        {why}
      </p>
      <Button
        id={id}
        type={onPress ? "button" : "submit"}
        look={why === null ? look : "plain"}
        isOff={why !== null}
        aria-describedby={whyId}
        onClick={onPress && press}
      >
        {children}
      </Button>
    </div>
  );
}
