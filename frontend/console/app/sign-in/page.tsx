import type { Metadata } from "next";
import { SignIn } from "@/features/sign-in/sign-in";
import { ownPath } from "@/lib/own-path";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  return <SignIn next={ownPath(typeof next === "string" ? next : null)} />;
}
