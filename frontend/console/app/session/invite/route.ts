import { acceptInvite } from "@/server/signing";

export const dynamic = "force-dynamic";

export { acceptInvite as POST };
