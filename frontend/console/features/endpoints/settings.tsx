"use client";

import { changeEndpoint, type EndpointDetail } from "@hub/client";
import { getGetEndpointQueryKey } from "@hub/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { EndpointForm } from "./endpoint-form";
import { changeOf, fieldsOf } from "./fields";

/** Changes an endpoint; only what was edited is sent. */
export function Settings({ endpoint }: { endpoint: EndpointDetail }) {
  const [before, setBefore] = useState(() => fieldsOf(endpoint));
  const [fields, change] = useState(before);
  const client = useQueryClient();
  const changes = changeOf(before, fields);
  const edited = Object.keys(changes).length;
  const save = useMutation({
    mutationFn: () => changeEndpoint(endpoint.id, changes),
    onSuccess: (changed) => {
      setBefore(fieldsOf(changed));
      change(fieldsOf(changed));
      void client.invalidateQueries({ queryKey: getGetEndpointQueryKey(endpoint.id) });
      toast.success("Saved.");
    },
  });
  return (
    <div className="flex flex-col gap-4">
      {endpoint.header_names.length > 0 && (
        <p className="text-muted">
          Own headers: <span className="font-mono text-xs">{endpoint.header_names.join(", ")}</span>
        </p>
      )}
      {endpoint.auth && <p className="text-muted">Signs in by {endpoint.auth.type}.</p>}
      <EndpointForm
        fields={fields}
        change={change}
        stored={endpoint}
        problem={save.error}
        submit={edited === 0 ? "Nothing changed" : `Save ${edited} ${edited === 1 ? "change" : "changes"}`}
        onSubmit={() => save.mutate()}
        ready={edited > 0}
        busy={save.isPending}
        before={
          <Button disabled={edited === 0} onClick={() => change(before)}>
            Discard
          </Button>
        }
      />
    </div>
  );
}
