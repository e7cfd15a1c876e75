import type { Metadata } from "next";
import { Submit } from "@/features/submit/submit";

export const metadata: Metadata = { title: "Submit" };

export default function SubmitPage() {
  return <Submit />;
}
