import {
  checkedFact,
  factsIn,
  minutesField,
  offeredField,
  type SettingValues,
  type StoredRow,
} from "../../offices/rules.ts";
import { ONBOARDING_STEPS } from "../../onboarding/contract.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/** The settings of an office are as the rules would store them: a head who opens the form can save it as it is. */
const officeSettings: Check = {
  name: "office-settings",
  find: async (tx) => [...(await ownSettings(tx)), ...(await settingsOfServices(tx))],
};

async function ownSettings(tx: Read): Promise<Finding[]> {
  const offices = await tx.sql<{ code: string; stored: StoredRow }>`
    select code, to_jsonb(office) as stored from office order by code`;
  return offices.flatMap(({ code, stored }) => findingsAmong(code, factsIn(stored)));
}

async function settingsOfServices(tx: Read): Promise<Finding[]> {
  const rows = await tx.sql<{ code: string; service: string; offered: boolean; minutes: number | null }>`
    select code, service, is_offered as offered, minutes from office_service join office on office.id = office_id
    order by code, service`;
  return rows.flatMap(({ code, service, offered, minutes }) =>
    findingsAmong(code, { [offeredField(service)]: offered, [minutesField(service)]: minutes }),
  );
}

/** Which settings they are, never what they hold. */
const findingsAmong = (office: string, facts: SettingValues): Finding[] =>
  Object.entries(facts).flatMap(([field, value]) => {
    const checked = checkedFact(field, value);
    return "value" in checked && checked.value === value ? [] : [{ finding: `${office} ${field}` }];
  });

/** A questionnaire is submitted once the four actions are done, and they stay done. */
const questionnaireTooEarly: Check = {
  name: "questionnaire-too-early",
  find: (tx) => tx.sql<Finding>`
    select code as finding from questionnaire join office on office.id = office_id
    where submitted_at is not null and ${ONBOARDING_STEPS.length}::integer > (
      select count(*) from onboarding_step
      where onboarding_step.office_id = office.id and onboarding_step.at <= submitted_at)
    order by code`,
};

export const officeChecks: readonly Check[] = [officeSettings, questionnaireTooEarly];
