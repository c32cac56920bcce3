import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { Closure, Closures } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { closuresQuery } from "../queries.ts";
import { ClosureDialog } from "./closure-dialog.tsx";
import { ClosureRemoval } from "./closure-removal.tsx";
import { ClosureTable } from "./closure-table.tsx";

/** When all offices, or a region's, are closed. */
export function ClosuresPage() {
  return (
    <MinistryFrame section="closures">
      <ClosuresSection />
    </MinistryFrame>
  );
}

type Open = { readonly act: "add" } | { readonly act: "change" | "remove"; readonly closure: Closure };

function ClosuresSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(closuresQuery);
  const [open, setOpen] = useState<Open | null>(null);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.closures-hint")}</p>
        <Button look="primary" onClick={() => setOpen({ act: "add" })}>
          <Icon name="plus" />
          {t("ministry.closure-new")}
        </Button>
      </div>
      {data.closures.length === 0 ? (
        <Message title={t("ministry.closures-empty-title")} text={t("ministry.closures-empty")} />
      ) : (
        <ClosureTable
          data={data}
          onChange={(closure) => setOpen({ act: "change", closure })}
          onRemove={(closure) => setOpen({ act: "remove", closure })}
        />
      )}
      {open && <OpenDialog open={open} data={data} onClose={() => setOpen(null)} />}
    </>
  );
}

function OpenDialog({ open, data, onClose }: { open: Open; data: Closures; onClose: () => void }) {
  if (open.act === "remove") return <ClosureRemoval closure={open.closure} now={data.now} onClose={onClose} />;
  return <ClosureDialog data={data} changed={open.act === "change" ? open.closure : null} onClose={onClose} />;
}
