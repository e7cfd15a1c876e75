import { OTHER_TENANT, PAGE_TENANT } from "@/lib/page-tenant";
import { problem } from "./problems";
import type { Session } from "./session";

/**
 * 409 when a request comes from a page of another tenant than the session's; null when it may go on.
 *
 * The cookie is the browser's: signing in to a second tenant in one tab changes what the others would act on.
 */
export function wrongTenant(request: Request, session: Session): Response | null {
  const shown = request.headers.get(PAGE_TENANT);
  if (shown === null || shown === session.tenant.id) return null;
  const detail = `This page shows another tenant; you are signed in to ${session.tenant.name} now.`;
  return problem(409, OTHER_TENANT, detail);
}
