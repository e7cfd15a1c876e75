import type { Metadata } from "next";
import { EventTypePage } from "@/features/event-types/event-type-page";

export const metadata: Metadata = { title: "Event type" };

type Props = { params: Promise<{ name: string }> };

export default async function OneEventTypePage({ params }: Props) {
  return <EventTypePage name={decodeURIComponent((await params).name)} />;
}
