import { Lock } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** For whose role does not reach. */
export function NotAllowed({ what }: { what: string }) {
  return (
    <EmptyState icon={Lock} title={`Only admins see ${what}`}>
      Ask an admin of the tenant, who can also change your role.
    </EmptyState>
  );
}
