import type { Metadata } from "next";
import { Endpoint } from "@/features/endpoints/endpoint";

export const metadata: Metadata = { title: "Endpoint" };

export default async function EndpointPage({ params }: { params: Promise<{ id: string }> }) {
  return <Endpoint id={(await params).id} />;
}
