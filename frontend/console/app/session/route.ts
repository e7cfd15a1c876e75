import { signIn, signOut } from "@/server/signing";

export const dynamic = "force-dynamic";

export { signOut as DELETE, signIn as POST };
