import type { Metadata } from "next";
import { Access } from "@/features/access/access";

export const metadata: Metadata = { title: "Keys & operators" };

export default function AccessPage() {
  return <Access />;
}
