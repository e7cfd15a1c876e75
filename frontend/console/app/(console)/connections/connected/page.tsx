import type { Metadata } from "next";
import { Connected } from "@/features/connections/connected";

export const metadata: Metadata = { title: "Connected" };

export default function CameBackPage() {
  return <Connected />;
}
