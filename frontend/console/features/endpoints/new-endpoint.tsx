"use client";

import { createEndpoint } from "@hub/client";
import { getListEndpointsInfiniteQueryKey } from "@hub/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, Page, PageHeader } from "@/components/ui/page-header";
import { EndpointForm } from "./endpoint-form";
import { EMPTY, newEndpoint } from "./fields";
import { SecretOnce } from "./secret-once";

/** Creates an endpoint; then its secret is shown, once. */
export function CreateEndpoint() {
  const [fields, change] = useState(EMPTY);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: () => createEndpoint(newEndpoint(fields)),
    onSuccess: () => void client.invalidateQueries({ queryKey: getListEndpointsInfiniteQueryKey() }),
  });
  if (create.data) {
    return (
      <Page>
        <PageHeader title="The endpoint is there" description={create.data.url} />
        <Card className="max-w-3xl">
          <SecretOnce secret={create.data.secret} />
        </Card>
        <div>
          <Button look="primary" asChild>
            <Link href={`/endpoints/${create.data.id}`}>I have kept the secret; go to the endpoint</Link>
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title="New endpoint" description="A URL of yours that signed events are posted to." />
      <EndpointForm
        fields={fields}
        change={change}
        submit="Create endpoint"
        onSubmit={() => create.mutate()}
        busy={create.isPending}
        problem={create.error}
        before={
          <Button asChild>
            <Link href="/endpoints">Back</Link>
          </Button>
        }
      />
    </Page>
  );
}
