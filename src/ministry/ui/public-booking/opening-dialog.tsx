import type { Form } from "../../../kit/form/form.ts";
import { LinesInput, SelectInput } from "../../../kit/form/inputs.tsx";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Opening, PublicBooking, PublicBookingPreview } from "../../contract.ts";
import { checkOpening, closeOpening, postOpening } from "../acts.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling } from "../use-ruling-form.ts";
import { NAMED_OFFICES, openingName, openingRequest } from "./opening-texts.ts";

interface OpeningDialogProps {
  readonly data: PublicBooking;
  readonly onClose: () => void;
}

/** Opens booking to citizens in the whole country, in a region or in named offices, once it was seen where. */
export function OpeningDialog({ data, onClose }: OpeningDialogProps) {
  const t = useText();
  const n = useNumbers();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const ruling: Ruling<PublicBookingPreview, Opening> = {
    name: "public booking",
    begins: { region: "", offices: "" },
    required: [],
    check: (values) => checkOpening(openingRequest(values)),
    send: ({ values, keyOf }) => postOpening(openingRequest(values), keyOf(values)),
    consequence: ({ offices, queues, open }) => [
      t("ministry.public-booking-opens", { count: offices, n: n(offices) }),
      ...(queues > 0 ? [t("ministry.public-booking-ready", { count: queues, n: n(queues) })] : []),
      ...(open > 0 ? [t("ministry.public-booking-twice", { count: open, n: n(open) })] : []),
    ],
    done: (opening) => {
      const text = t("ministry.public-booking-opened", { name: openingName(opening, t) });
      toasts.show({ text, ...takeBack("public-booking-opened", () => closeOpening(opening.id)) });
      onClose();
    },
  };
  return (
    <RulingDialog
      title={t("ministry.public-booking-open")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => (
        <>
          <RegionInput form={form} data={data} />
          {form.values.region === NAMED_OFFICES && (
            <LinesInput
              form={form}
              field="offices"
              label={t("ministry.office-codes")}
              hint={t("ministry.office-codes-hint")}
            />
          )}
        </>
      )}
      submitLabel={({ offices }) => t("ministry.public-booking-submit", { n: n(offices) })}
    />
  );
}

function RegionInput({ form, data }: { form: Form; data: PublicBooking }) {
  const t = useText();
  const n = useNumbers();
  const regions = data.regions.map(
    ({ name, offices }) => [name, t("ministry.region-count", { region: name, n: n(offices) })] as const,
  );
  return (
    <SelectInput
      form={form}
      field="region"
      label={t("ministry.closure-where")}
      options={[
        ["", t("ministry.all-offices-count", { n: n(data.offices) })],
        [NAMED_OFFICES, t("ministry.named-offices")],
        ...regions,
      ]}
    />
  );
}
