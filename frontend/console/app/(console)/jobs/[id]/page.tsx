import type { Metadata } from "next";
import { JobPage } from "@/features/jobs/job-page";

export const metadata: Metadata = { title: "Job" };

export default async function OneJobPage({ params }: { params: Promise<{ id: string }> }) {
  return <JobPage id={(await params).id} />;
}
