import type { Metadata } from "next";
import { Replays } from "@/features/replays/replays";

export const metadata: Metadata = { title: "Replays" };

export default function ReplaysPage() {
  return <Replays />;
}
