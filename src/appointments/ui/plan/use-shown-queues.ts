import { useState } from "react";
import type { Day, QueueOfDay } from "../../contract.ts";
import { isOnPlan, type PlanLayout, type QueueColumn } from "./plan-layout.ts";

interface ShownQueues {
  readonly columns: readonly QueueColumn[];
  readonly folded: readonly QueueOfDay[];
  /** The one that narrow screens show */
  readonly shown: number | null;
  readonly toggle: (queue: number) => void;
  readonly show: (queue: number) => void;
}

/** Inactive queues are folded away unless somebody is booked there. */
export function useShownQueues({ columns }: PlanLayout, { appointments }: Day): ShownQueues {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const isBooked = (queue: number) => appointments.some((each) => each.queue === queue && isOnPlan(each));
  const isOpen = ({ number, active }: QueueOfDay) => (active || isBooked(number)) !== toggled.has(number);
  const toggle = (number: number) => setToggled((before) => before.symmetricDifference(new Set([number])));
  const queues = columns.map(({ queue }) => queue);
  return {
    columns: columns.filter(({ queue }) => isOpen(queue)),
    folded: queues.filter((queue) => !isOpen(queue)),
    shown: chosen ?? (queues.find(({ active }) => active) ?? queues[0])?.number ?? null,
    toggle,
    show: (number) => {
      setChosen(number);
      const queue = queues.find((each) => each.number === number);
      if (queue && !isOpen(queue)) toggle(number);
    },
  };
}
