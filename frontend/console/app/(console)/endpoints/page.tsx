import type { Metadata } from "next";
import { Endpoints } from "@/features/endpoints/endpoints";

export const metadata: Metadata = { title: "Endpoints" };

export default function EndpointsPage() {
  return <Endpoints />;
}
