import type { Metadata } from "next";
import { CreateEndpoint } from "@/features/endpoints/new-endpoint";

export const metadata: Metadata = { title: "New endpoint" };

export default function NewEndpointPage() {
  return <CreateEndpoint />;
}
