import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";

/** What was typed for a dialog before it was there. */
export interface TypedAhead {
  readonly text: string;
  /** Enter followed */
  readonly isEntered: boolean;
}

export const NOTHING_AHEAD: TypedAhead = { text: "", isEntered: false };

/**
 * What was typed for a dialog, once it takes the place of what took the letters until now; null: it does not yet. It may be
 * ready a good while before it is shown, and a key that is pressed meanwhile is for it as well.
 */
export function useTakenOver(ahead: RefObject<TypedAhead>): TypedAhead | null {
  const [typed, setTyped] = useState<TypedAhead | null>(null);
  useLayoutEffect(() => setTyped(ahead.current), [ahead]);
  return typed;
}

interface TakingOver {
  readonly fill: () => void;
  /** The form has what was filled in */
  readonly isFilled: boolean;
  /** What Enter does in it */
  readonly enter: () => void;
}

/** The dialog is there: its form takes over what was typed, and an Enter that followed is pressed in it. */
export function useTypedAhead({ isEntered }: TypedAhead, { fill, isFilled, enter }: TakingOver): void {
  const [isAwaited, setIsAwaited] = useState(isEntered);
  const begin = useEffectEvent(fill);
  // Whatever it returns is no clean-up.
  useLayoutEffect(() => void begin(), []);
  const goOn = useEffectEvent(() => {
    setIsAwaited(false);
    enter();
  });
  useEffect(() => {
    if (isAwaited && isFilled) goOn();
  }, [isAwaited, isFilled]);
}
