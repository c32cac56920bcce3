import type { Closes } from "../../../proposals/ui/existing-choice.tsx";
import type { RuleComparison } from "../../../proposals/ui/impact.tsx";
import { RuleChangeDialog } from "../../../proposals/ui/rule-change-dialog.tsx";
import type { RuleRequest } from "../../../proposals/ui/rule-request.ts";
import type { RuleForm } from "./use-rule-form.ts";

interface FormChangeProps extends Omit<RuleRequest, "version" | "proposalPath"> {
  readonly form: RuleForm;
  readonly closes: Closes;
  readonly title: string;
  readonly submitLabel: (count: number) => string;
  readonly comparison?: RuleComparison;
  readonly onBack: () => void;
}

/**
 * Shows whom the form's change concerns before it is done; a colleague's change leads back to the form. It stands before the
 * form in the page, though over it: so it closes first, and the focus goes back by way of the form.
 */
export const FormChange = ({ form, onBack, ...asked }: FormChangeProps) => (
  <RuleChangeDialog
    {...asked}
    proposalPath={`${asked.path}/proposals`}
    version={form.version}
    keyOf={form.keyOf}
    onDone={form.finish}
    onOvertaken={(error) => {
      onBack();
      form.refuse(error);
    }}
    onBack={onBack}
  />
);
