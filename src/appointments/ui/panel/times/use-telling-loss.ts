import type { Slot } from "../../plan-marks.ts";
import { clashIn } from "./clash.ts";
import type { TimesAction } from "./times-state.ts";
import { useForgetTimes } from "./use-forget-times.ts";

/** The act on a place that may be lost at the last moment: then the times say so and offer the nearest ones. */
export function useTellingLoss(office: string, dispatch: (action: TimesAction) => void) {
  const forgetTimes = useForgetTimes();
  return async <Answer>(wished: Slot, act: Promise<Answer>): Promise<Answer> => {
    try {
      return await act;
    } catch (error) {
      const clash = clashIn(error);
      if (clash) {
        forgetTimes(office);
        dispatch({ type: "lost", clash: { ...clash, wished } });
      }
      throw error;
    }
  };
}
