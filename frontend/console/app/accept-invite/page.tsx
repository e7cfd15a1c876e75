import type { Metadata } from "next";
import { AcceptInvite } from "@/features/access/accept-invite";

// The token stands behind the address's #, which browsers send to nobody: not to a log, not as a referrer.
export const metadata: Metadata = { title: "Accept an invite", referrer: "no-referrer" };

export default function AcceptInvitePage() {
  return <AcceptInvite />;
}
