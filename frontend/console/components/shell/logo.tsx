/** The hub's mark: three ways that meet. */
export function Logo() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-6 shrink-0">
      <rect width="32" height="32" rx="7" fill="#4753c9" />
      <g stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
        <path d="M16 16 8 9M16 16l8-7M16 16v9" />
      </g>
      <g fill="#fff">
        <circle cx="16" cy="16" r="3.6" />
        <circle cx="8" cy="9" r="2.6" />
        <circle cx="24" cy="9" r="2.6" />
        <circle cx="16" cy="25" r="2.6" />
      </g>
    </svg>
  );
}
