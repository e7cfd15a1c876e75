"use client";

import { checkConnection, type ConnectionOut } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { Stethoscope } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { explain } from "@/lib/problems";
import { useRefresh } from "@/lib/use-refresh";
import { wrongOf } from "./wrong";

/** Really calls the system with the stored credentials. */
export function CheckButton({ connection }: { connection: ConnectionOut }) {
  const refresh = useRefresh("/api/v1/connections");
  const check = useMutation({
    mutationFn: () => checkConnection(connection.id),
    onSuccess: ({ ok, error }) => {
      const wrong = wrongOf(error);
      if (ok) toast.success(`${connection.name} answers.`);
      else toast.error(wrong?.what ?? "The check failed.", { description: wrong?.message });
    },
    onError: (problem) => toast.error(explain(problem).title, { description: explain(problem).detail }),
    onSettled: () => refresh(),
  });
  return (
    <Button needs="connections:write" look="primary" busy={check.isPending} onClick={() => check.mutate()}>
      <Stethoscope aria-hidden /> Check now
    </Button>
  );
}
