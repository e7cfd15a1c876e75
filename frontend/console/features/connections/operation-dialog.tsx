"use client";

import { useGetConnectionOperation } from "@hub/client/react";
import { Dialog } from "@/components/ui/dialog";
import { JsonView } from "@/components/ui/json-view";
import { Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";

type OperationDialogProps = { connectionId: string; name: string | null; onClose: () => void };

/** What an operation takes and gives. */
export function OperationDialog({ connectionId, name, onClose }: OperationDialogProps) {
  const operation = useGetConnectionOperation(connectionId, name ?? "", {
    query: { enabled: name !== null, staleTime: 60_000 },
  });
  return (
    <Dialog wide open={name !== null} onOpenChange={onClose} title={operation.data?.title || (name ?? "")}>
      <Loaded query={operation} height={300}>
        {(data) => (
          <div className="flex flex-col gap-4">
            <p className="text-muted">{data.description}</p>
            <Section title="Takes">
              <JsonView value={data.input} label="input schema" />
            </Section>
            <Section title="Gives">
              <JsonView value={data.output} label="output schema" depth={1} />
            </Section>
            {data.examples.length > 0 && (
              <Section title="Examples">
                {data.examples.map((example, place) => (
                  <JsonView key={place} value={example} label={`example ${place + 1}`} />
                ))}
              </Section>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
