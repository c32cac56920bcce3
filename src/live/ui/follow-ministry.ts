import { queryClient } from "../../kit/query-client.ts";
import { openConnection } from "./connection.ts";

/** The name in the cache of what is followed: how far all offices are */
export const NATIONAL_ONBOARDING = ["ministry", "onboarding"] as const;

/** News of a thousand offices that come close together are asked for once; the first of them at once. */
const GATHER_MS = 500;

/** Keeps the ministry's page as the server knows it. @returns what stops it */
export function followMinistry(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOld = false;
  const ask = () => {
    timer = undefined;
    if (!isOld) return;
    isOld = false;
    void queryClient.invalidateQueries({ queryKey: NATIONAL_ONBOARDING });
    timer = setTimeout(ask, GATHER_MS);
  };
  const hear = () => {
    isOld = true;
    if (timer === undefined) ask();
  };
  const close = openConnection("/api/ministry/events", {
    onUp: hear,
    onDown: () => {},
    onEvent: (name) => {
      if (name === "onboarding" || name === "resync") hear();
    },
  });
  return () => {
    close();
    clearTimeout(timer);
  };
}
