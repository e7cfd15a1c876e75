/** One job, for the page while nothing can be pushed to it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = encodeURIComponent((await params).id);
  const headers = { Authorization: `Bearer ${process.env.HUB_API_KEY}` };
  const answer = await fetch(`${process.env.HUB_URL}/api/v1/jobs/${id}`, { headers });
  return new Response(answer.body, {
    status: answer.status,
    headers: { "Content-Type": "application/json" },
  });
}
