import { changePassword } from "@/server/signing";

export const dynamic = "force-dynamic";

export { changePassword as POST };
