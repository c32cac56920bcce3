import { useNavigate } from "@tanstack/react-router";
import { useMe } from "../../../kit/me.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import type { Day } from "../../contract.ts";
import { placeOf } from "../cell-focus.ts";
import { useDayAddress } from "../use-day-navigation.ts";

/** «Y»: to the head the absence in the queue that has the focus, or else in the head's own. */
export function useAbsenceKey({ queues, date, now }: Day): void {
  const { office } = useDayAddress();
  const { employee, offices } = useMe();
  const navigate = useNavigate();
  const isHead = offices.find(({ code }) => code === office)?.roles.includes("administrator") === true;
  const name = `${employee.firstName} ${employee.lastName}`;
  const active = queues.filter((queue) => queue.active);
  const go = () => {
    const at = placeOf(document.activeElement)?.queue;
    const queue =
      active.find(({ number }) => number === at) ?? active.find((each) => each.employee === name) ?? active[0];
    if (!queue) return;
    void navigate({
      to: "/offices/$office/exceptions/new",
      params: { office },
      search: { queue: queue.number, date, hours: date === now.date ? "rest" : "day" },
    });
  };
  useShortcuts(isHead && date >= now.date ? { KeyY: go } : {});
}
