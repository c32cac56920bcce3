import { type ChangeEvent, useState } from "react";

/** As it was typed, and what was read of it: empty when that was nothing. */
interface Typed {
  readonly text: string;
  readonly value: string;
}

/** Text of which a value is read while it is typed; once it is left, the value is shown in its usual form. */
export function useTyped(value: string, read: (text: string) => string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  const current = typed?.value === value ? typed : null;
  return {
    text: current?.text,
    /** It was left, and something was typed or taken away of which there is no value */
    isMissing: isLeft && value === "" && current !== null,
    forget: () => setTyped(null),
    enter: () => setIsLeft(false),
    leave: () => {
      setIsLeft(true);
      if (value !== "") setTyped(null);
    },
    type: ({ target: { value: text } }: ChangeEvent<HTMLInputElement>) => {
      const next = read(text);
      setTyped({ text, value: next });
      if (next !== value) onChange(next);
    },
  };
}
