import type { Metadata } from "next";
import { Attempt } from "@/features/deliveries/attempt";

export const metadata: Metadata = { title: "Attempt" };

type Props = { params: Promise<{ id: string; attempt: string }> };

export default async function AttemptPage({ params }: Props) {
  const { id, attempt } = await params;
  return <Attempt deliveryId={id} id={attempt} />;
}
