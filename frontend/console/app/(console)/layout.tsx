import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Live } from "@/components/live";
import { PageTenant } from "@/components/shell/page-tenant";
import { Shell } from "@/components/shell/shell";
import { COOKIE, openSession } from "@/server/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await openSession((await cookies()).get(COOKIE)?.value);
  if (!session) redirect("/sign-in");
  // Only what pages may know: the tokens stay here.
  const who = { email: session.email, role: session.role, tenant: session.tenant };
  return (
    <PageTenant key={who.tenant.id} who={who}>
      <Live>
        <Shell who={who}>{children}</Shell>
      </Live>
    </PageTenant>
  );
}
