import type { Metadata } from "next";
import { Replay } from "@/features/replays/replay";

export const metadata: Metadata = { title: "Replay" };

export default async function ReplayPage({ params }: { params: Promise<{ id: string }> }) {
  return <Replay id={(await params).id} />;
}
