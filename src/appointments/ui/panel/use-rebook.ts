import { useState } from "react";
import { useMe } from "../../../web/me.ts";
import type { Appointment } from "../../contract.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { type Draft, draftOf } from "./draft.ts";
import { draftKey } from "./draft-store.ts";
import { draftOfAnother, handOver, type KnownPerson } from "./hand-over.ts";

/** Who did not come, or whose appointment was cancelled, gets another one. A draft for somebody else is asked about. */
export function useRebook() {
  const { office } = useDayAddress();
  const { openNew } = useDayNavigation();
  const key = draftKey(useMe().employee.id, office);
  const [asked, setAsked] = useState<{ readonly other: Draft; readonly appointment: Appointment } | null>(null);
  const replace = (appointment: Appointment) => {
    setAsked(null);
    handOver(key, office, personOf(appointment));
    openNew(appointment.service);
  };
  return {
    /** The draft that is in the way, and for whom it would be given up */
    asked,
    begin: (appointment: Appointment) => {
      const other = draftOfAnother(key, personOf(appointment));
      if (other) setAsked({ other, appointment });
      else replace(appointment);
    },
    replace,
    goOn: () => {
      setAsked(null);
      openNew();
    },
    dismiss: () => setAsked(null),
  };
}

function personOf(appointment: Appointment): KnownPerson {
  const { service, notes, channel, ...person } = draftOf(appointment);
  return person;
}
