import { useEffect, useState } from "react";

/** The value once it has stood still for so long; with no patience, at once. */
export function useSettled<Value>(value: Value, patience: number, initial: Value): Value {
  const [settled, setSettled] = useState(initial);
  if (patience === 0 && settled !== value) setSettled(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patience);
    return () => clearTimeout(timer);
  }, [value, patience]);
  return settled;
}
