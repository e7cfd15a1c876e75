import type { Metadata } from "next";
import { SourcePage } from "@/features/sources/source-page";

export const metadata: Metadata = { title: "Source" };

type Props = { params: Promise<{ id: string }> };

export default async function OneSourcePage({ params }: Props) {
  return <SourcePage id={(await params).id} />;
}
