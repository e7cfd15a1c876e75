import type { Metadata } from "next";
import { EventTypes } from "@/features/event-types/event-types";

export const metadata: Metadata = { title: "Event types" };

export default function EventTypesPage() {
  return <EventTypes />;
}
