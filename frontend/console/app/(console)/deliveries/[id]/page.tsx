import type { Metadata } from "next";
import { Delivery } from "@/features/deliveries/delivery";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  return <Delivery id={(await params).id} />;
}
