import type { Metadata } from "next";
import { NewEventType } from "@/features/event-types/new-event-type";

export const metadata: Metadata = { title: "Register an event type" };

export default function NewEventTypePage() {
  return <NewEventType />;
}
