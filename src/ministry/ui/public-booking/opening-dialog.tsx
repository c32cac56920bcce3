import type { Form } from "../../../kit/form/form.ts";
import { SelectInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Opening, PublicBooking, PublicBookingPreview, PublicBookingRequest } from "../../contract.ts";
import { checkOpening, closeOpening, postOpening } from "../acts.ts";
import { useNumbers } from "../numbers.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling } from "../use-ruling-form.ts";

interface OpeningDialogProps {
  readonly data: PublicBooking;
  readonly onClose: () => void;
}

/** Opens booking to citizens in the whole country or in a region, once it was seen where. */
export function OpeningDialog({ data, onClose }: OpeningDialogProps) {
  const t = useText();
  const n = useNumbers();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const ruling: Ruling<PublicBookingPreview, Opening> = {
    name: "public booking",
    begins: { region: "" },
    required: [],
    check: (values) => checkOpening(requestOf(values)),
    send: ({ values, keyOf }) => postOpening(requestOf(values), keyOf(values)),
    consequence: ({ offices, queues }) => [
      t("ministry.public-booking-opens", { count: offices, n: n(offices) }),
      ...(queues > 0 ? [t("ministry.public-booking-ready", { count: queues, n: n(queues) })] : []),
    ],
    done: ({ id, region }) => {
      const text = t("ministry.public-booking-opened", { name: region ?? t("ministry.whole-country") });
      toasts.show({ text, undo: takeBack(() => closeOpening(id)) });
      onClose();
    },
  };
  return (
    <RulingDialog
      title={t("ministry.public-booking-open")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <RegionInput form={form} data={data} />}
      submitLabel={({ offices }) => t("ministry.public-booking-submit", { n: n(offices) })}
    />
  );
}

const requestOf = ({ region }: Form["values"]): PublicBookingRequest => ({ region: region || null });

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
      options={[["", t("ministry.all-offices-count", { n: n(data.offices) })], ...regions]}
    />
  );
}
