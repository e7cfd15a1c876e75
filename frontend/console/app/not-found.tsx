import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const action = (
    <Button asChild>
      <Link href="/">To the overview</Link>
    </Button>
  );
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <EmptyState icon={Compass} title="There is no such page" action={action}>
        The address is mistyped, or what was here is gone. From the overview, / searches and takes ids.
      </EmptyState>
    </main>
  );
}
