import type { Metadata } from "next";
import { ConnectionPage } from "@/features/connections/connection-page";

export const metadata: Metadata = { title: "Connection" };

type Props = { params: Promise<{ id: string }> };

export default async function OneConnectionPage({ params }: Props) {
  return <ConnectionPage id={(await params).id} />;
}
