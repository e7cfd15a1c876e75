import type { Metadata } from "next";
import { NewConnection } from "@/features/connections/new-connection";

export const metadata: Metadata = { title: "Connect a system" };

export default function NewConnectionPage() {
  return <NewConnection />;
}
