import type { Metadata } from "next";
import { Deliveries } from "@/features/deliveries/deliveries";

export const metadata: Metadata = { title: "Deliveries" };

export default function DeliveriesPage() {
  return <Deliveries />;
}
