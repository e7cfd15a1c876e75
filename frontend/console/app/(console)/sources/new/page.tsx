import type { Metadata } from "next";
import { NewSource } from "@/features/sources/new-source";

export const metadata: Metadata = { title: "Add a source" };

export default function NewSourcePage() {
  return <NewSource />;
}
