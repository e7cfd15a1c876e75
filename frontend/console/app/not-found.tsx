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
    <EmptyState icon={Compass} title="There is no such page" action={action}>
      Press / to search, or paste an id there.
    </EmptyState>
  );
}
