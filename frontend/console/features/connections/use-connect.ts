"use client";

import {
  changeConnection,
  checkConnection,
  createConnection,
  createConnectLink,
  HubProblem,
  type ConnectorDetails,
  type NewConnectLink,
  type NewLinkOut,
} from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useRefresh } from "@/lib/use-refresh";
import { bodyOf, type Draft } from "./draft";
import type { Schema } from "./schema";

/**
 * Makes the connection and checks it. What is wrong is shown while the form is still there: the next try changes the
 * connection that was made, it makes no second one.
 */
export function useConnect(connector: ConnectorDetails, credentials: Schema) {
  const router = useRouter();
  const refresh = useRefresh("/api/v1/connections");
  const [made, setMade] = useState<string | null>(null);
  const go = (id: string) => router.push(`/connections/${id}`);

  const make = useMutation({
    mutationFn: async (draft: Draft) => {
      const body = bodyOf(connector, draft, credentials);
      const connection = made
        ? await changeConnection(made, body)
        : await createConnection({ ...body, connector: connector.name });
      setMade(connection.id);
      return { connection, checked: await checkConnection(connection.id) };
    },
    onSuccess: ({ connection, checked }) => {
      if (!checked.ok) return;
      toast.success(`${connector.title} answers. ${connection.name} is connected.`);
      go(connection.id);
    },
    onSettled: () => refresh(),
  });
  const link = useMutation({
    mutationFn: (draft: Draft) =>
      askForConsent({ ...bodyOf(connector, draft, credentials), connector: connector.name }),
  });
  return { make, link, made, keep: () => made && go(made) };
}

/** A link whose reader comes back to this console, where the installation allows that, else to the hub's own page. */
export async function askForConsent(asked: NewConnectLink): Promise<NewLinkOut> {
  try {
    return await createConnectLink({
      ...asked,
      return_url: `${window.location.origin}/connections/connected`,
    });
  } catch (problem) {
    if (!(problem instanceof HubProblem) || problem.code !== "return_url_not_allowed") throw problem;
    return createConnectLink(asked);
  }
}
